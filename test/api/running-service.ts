import { deriveId } from '@perspectief/kernel';
import { openPlatform, type Platform } from '@perspectief/assembly';
import { createCasework, type ServiceOptions } from '@perspectief/casework';
import { throwAwayDatabase } from '@perspectief/database/testing';
import { testIssuer } from '@perspectief/sign-in/testing';
import { throwAwayKeys } from '@perspectief/privacy';
import { Worker } from '@perspectief/worker';
import request from 'supertest';

export interface Answer {
  readonly status: number;
  readonly body: { readonly data?: Record<string, never>; readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[] };
  readonly text: string;
}

export interface RunningOptions {
  readonly production?: boolean;
  readonly now?: () => number;
  readonly publicUrl?: string;
  /** What the service is told besides. */
  readonly service?: Partial<ServiceOptions>;
  /** Milliseconds that every no takes at least; tests that ask thousands of them wait for none. */
  readonly denialTakes?: number;
}

/** The whole service on a database of its own: casework and worker, as `npm start` runs them. */
export const runningService = async ({ production = false, now, publicUrl = 'http://127.0.0.1', service = {}, denialTakes }: RunningOptions = {}) => {
  const database = await throwAwayDatabase();
  const told: string[] = [];
  const platform: Platform = await openPlatform({ databaseUrl: database.url, keys: throwAwayKeys(), complain: (what) => told.push(what), ...(denialTakes !== undefined && { denialTakes }) });
  await platform.directory.put({ id: 'coach-1', municipality: 'groningen', role: 'neighbourhood-coach', name: 'Coach 1', area: 'beijum' });
  await platform.directory.put({
    id: 'expert-1',
    municipality: 'groningen',
    role: 'experience-expert',
    name: 'Expert 1',
    qualification: 'certified',
    secrecySignedOn: '2020-01-01',
    conductCertificateOn: '2020-01-01',
    capacity: 4,
  });
  const issuer = await testIssuer();
  const signIn = { issuer: issuer.settings, publicUrl: () => publicUrl, ...(now && { now }) };
  const app = await createCasework({ platform, signIn, production, report: (code) => told.push(code), ...service });
  const worker = new Worker(platform);
  worker.start();
  const http = request(app.getHttpServer() as never);

  /** What the platform's own issuer would give that person, as the header that carries it. */
  const tokenOf = async (personId: string): Promise<string> => {
    const [person] = await platform.directory.find([personId]);
    return issuer.tokenFor({ id: personId, role: person?.role ?? 'neighbourhood-coach' });
  };
  const bearer = async (personId: string): Promise<string> => `Bearer ${await tokenOf(personId)}`;

  const ask = async (query: string, variables: object = {}, actor: string | undefined = 'coach-1'): Promise<Answer> => {
    const post = http.post('/graphql').set('host', '127.0.0.1');
    if (actor) post.set('authorization', await bearer(actor));
    return (await post.send({ query, variables })) as unknown as Answer;
  };

  const RESULT = `{ __typename ... on Accepted { position version events repeated } ... on Refused { code field sentence { nl en } facts { name value } repeated } }`;

  /** Sends a command the way a screen would. */
  const send = async (type: string, input: object, more: { commandId?: string; happenedOn?: string; actor?: string } = {}) => {
    const name = type.charAt(0).toLowerCase() + type.slice(1);
    const query = `mutation ($input: ${type}Input!, $commandId: ID!, $happenedOn: LocalDateTime) { result: ${name}(input: $input, commandId: $commandId, happenedOn: $happenedOn) ${RESULT} }`;
    const commandId = more.commandId ?? deriveId('api', Math.random());
    const answer = await ask(query, { input, commandId, happenedOn: more.happenedOn }, more.actor);
    return { status: answer.status, body: answer.body, text: answer.text, result: (answer.body.data as { result?: Record<string, unknown> } | undefined)?.result };
  };

  const close = async (): Promise<void> => {
    await worker.stop();
    await app.close();
    await platform.close();
    await issuer.close();
    await database.drop();
  };
  return { app, platform, http, issuer, bearer, ask, send, told, close };
};
export type RunningService = Awaited<ReturnType<typeof runningService>>;
