import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { ENVIRONMENT } from '@perspectief/privacy';

/** Made-up households have made-up keys; who opens the database beside the service has the same. */
export const MASTER_KEYS = `bench:${Buffer.alloc(32, 5).toString('base64')}`;

const RESULT = '{ __typename ... on Accepted { position } ... on Refused { code field } }';

const post = (url, agent, token, body) =>
  new Promise((resolve, reject) => {
    const asked = request(`${url}/graphql`, {
      method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization: `Bearer ${token}` },
    }, async (response) => {
      let text = '';
      for await (const chunk of response.setEncoding('utf8')) text += chunk;
      resolve(JSON.parse(text));
    });
    asked.on('error', reject).end(body);
  });

/** A service in a process of its own, and clients who are signed in. */
export const startService = async (databaseUrl) => {
  const child = fork(join(import.meta.dirname, 'service.mjs'), { env: { ...process.env, DATABASE_URL: databaseUrl, [ENVIRONMENT]: MASTER_KEYS } });
  const [{ url }] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('the service ended before it listened')))]);
  const agent = new Agent({ keepAlive: true });
  /** Makes that coach known, and answers how that coach asks. */
  const coach = async (id) => {
    child.send({ coach: id });
    let token;
    while (token === undefined) {
      const [message] = await once(child, 'message');
      if (message.coach === id) token = message.token;
    }
    const ask = async (query, variables) => {
      const { data, errors } = await post(url, agent, token, JSON.stringify({ query, variables }));
      if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
      return data;
    };
    const does = async (type, input, commandId) => {
      const name = type.charAt(0).toLowerCase() + type.slice(1);
      const { result } = await ask(`mutation ($input: ${type}Input!, $commandId: ID!) { result: ${name}(input: $input, commandId: $commandId) ${RESULT} }`, { input, commandId });
      if (result.__typename !== 'Accepted') throw new Error(`${type}: ${result.code} ${result.field ?? ''}`);
      return result;
    };
    return { id, ask, does };
  };
  const stop = async () => {
    agent.destroy();
    const gone = once(child, 'exit');
    child.send({ leave: true });
    await gone;
  };
  return { coach, stop };
};
