import { WorklistText } from '@perspectief/graphql-contract/worklist-text';
import { chosenIn, keptChoice, questionOf, WORKERS } from './features/worklist/question';
import { askSession, type Session } from './session/session';

interface Asked {
  readonly operationName: string;
  readonly variables: object;
  readonly answer: Promise<Response>;
}

let asked: Asked | undefined;

/** The first page of who begins with the worklist is asked for while the application that shows it still loads. */
const askAhead = (session: Session): void => {
  if (session.phase !== 'signed-in' || !WORKERS.includes(session.person.role) || !['/', '/werk'].includes(location.pathname)) return;
  const variables = { ...questionOf(chosenIn(new URLSearchParams(location.search), keptChoice(session.person.role))), after: null };
  const body = JSON.stringify({ operationName: 'Worklist', query: WorklistText, variables });
  const answer = fetch('/graphql', { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' }, body });
  answer.catch(() => undefined);
  asked = { operationName: 'Worklist', variables, answer };
};

/** Who this browser is, asked for once and before all else. */
export const firstSession: Promise<Session> = askSession().then((session) => {
  askAhead(session);
  return session;
});

const sorted = (value: object): string => JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));

/** As `fetch`, but what was asked for ahead is given, once, to whoever asks the same; a no of the network is asked again. */
export const fetchOrTake: typeof fetch = async (input, init) => {
  const ahead = asked;
  if (!ahead || typeof init?.body !== 'string') return fetch(input, init);
  const { operationName, variables } = JSON.parse(init.body) as { readonly operationName?: string; readonly variables?: object };
  if (operationName !== ahead.operationName || sorted(variables ?? {}) !== sorted(ahead.variables)) return fetch(input, init);
  asked = undefined;
  return ahead.answer.catch(() => fetch(input, init));
};
