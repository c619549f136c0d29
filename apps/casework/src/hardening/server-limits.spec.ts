import fastify from 'fastify';
import { answerInTime } from './server-limits.js';

const serving = (milliseconds: number) => {
  const server = fastify();
  answerInTime(server as never, milliseconds);
  server.post('/graphql', (_request, reply) => void setTimeout(() => { if (!reply.sent) void reply.send({ late: true }); }, 80));
  return server;
};

test('an answer that takes too long is given up, with a sentence', async () => {
  const server = serving(20);
  const answer = await server.inject({ method: 'POST', url: '/graphql' });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('UNAVAILABLE');
  expect(answer.body).not.toContain('late');
  await server.close();
});

test('one that comes in time is left alone', async () => {
  const server = serving(2_000);
  expect((await server.inject({ method: 'POST', url: '/graphql' })).json()).toEqual({ late: true });
  await server.close();
});
