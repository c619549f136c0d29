/** What is asked before the client that asks for it is there. Each answer is given once, to whoever asks the same. */
interface Asked {
  readonly answer: Promise<Response>;
  data?: unknown;
}

const asked = new Map<string, Asked>();

const keyOf = (operationName: string, variables: object): string => `${operationName} ${JSON.stringify(Object.entries(variables).sort(([one], [other]) => (one < other ? -1 : 1)))}`;

/** Asks the API now. Answers what it said, or undefined where it said no or nothing: then the client asks again. */
export const askAhead = async (operationName: string, query: string, variables: object): Promise<unknown> => {
  const answer = fetch('/graphql', {
    method: 'POST', credentials: 'same-origin', body: JSON.stringify({ operationName, query, variables }),
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
  });
  const one: Asked = { answer };
  asked.set(keyOf(operationName, variables), one);
  try {
    const { data, errors } = (await (await answer).clone().json()) as { readonly data?: unknown; readonly errors?: unknown };
    if (!errors) one.data = data;
  } catch {
    return undefined;
  }
  return one.data;
};

/** What was asked ahead and is there already: a page can begin with it. */
export const seenAhead = <Data>(operationName: string, variables: object): Data | undefined => asked.get(keyOf(operationName, variables))?.data as Data | undefined;

/** The same, which is then given to nobody else. */
export const takenAhead = <Data>(operationName: string, variables: object): Data | undefined => {
  const data = seenAhead<Data>(operationName, variables);
  if (data !== undefined) asked.delete(keyOf(operationName, variables));
  return data;
};

/** As `fetch`, but what was asked ahead is given to whoever asks the same; a no of the network is asked again. */
export const fetchOrTake: typeof fetch = async (input, init) => {
  if (asked.size === 0 || typeof init?.body !== 'string') return fetch(input, init);
  const { operationName = '', variables = {} } = JSON.parse(init.body) as { readonly operationName?: string; readonly variables?: object };
  const key = keyOf(operationName, variables);
  const ahead = asked.get(key);
  asked.delete(key);
  return ahead ? ahead.answer.catch(() => fetch(input, init)) : fetch(input, init);
};
