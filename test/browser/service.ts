import { randomUUID } from 'node:crypto';
import { demoToken } from '@perspectief/cli/demo-token';

/** Where the platform of this run is. */
export const address = (): string => {
  const url = process.env['PERSPECTIEF_URL'];
  if (!url) throw new Error('no platform: globalSetup starts one');
  return url;
};

const tokens = new Map<string, Promise<string>>();

const tokenOf = (person: string): Promise<string> => {
  const known = tokens.get(person) ?? demoToken(address(), person);
  tokens.set(person, known);
  return known;
};

/** Asks the API as somebody. Throws when it answers with errors. */
export const ask = async <T>(person: string, query: string, variables: object = {}): Promise<T> => {
  const answer = await fetch(`${address()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(person)}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: T; errors?: readonly { message: string }[] };
  if (!data || errors) throw new Error(`${query.slice(0, 120)}: ${JSON.stringify(errors)}`);
  return data;
};

/** Sends a command as somebody, as another screen would. Throws on a refusal; answers the position of what was written. */
export const send = async (person: string, type: string, input: object): Promise<string> => {
  const query = `mutation ($input: ${type}Input!, $commandId: ID!) { result: ${type[0]?.toLowerCase()}${type.slice(1)}(input: $input, commandId: $commandId) {
    ... on Accepted { position } ... on Refused { code } } }`;
  const { result } = await ask<{ result: { position?: string; code?: string } }>(person, query, { input, commandId: randomUUID() });
  if (!result.position) throw new Error(`${type} was refused: ${result.code}`);
  return result.position;
};
