import type { WorklistQuery } from '@perspectief/graphql-contract/worklist';
import { HouseholdNamesText } from '@perspectief/graphql-contract/households-text';
import { WorklistText } from '@perspectief/graphql-contract/worklist-text';
import { askAhead } from './data/asked-ahead';
import { areasOf } from './data/areas-of';
import { chosenIn, keptChoice, questionOf, WORKERS } from './features/worklist/question';
import { askSession, type Session } from './session/session';

/** The first page of who begins with the worklist, and the names in it, are asked for while the application that shows them still loads. */
const askWorklist = async (session: Session): Promise<void> => {
  if (session.phase !== 'signed-in' || !WORKERS.includes(session.person.role) || !['/', '/werk'].includes(location.pathname)) return;
  const question = questionOf(chosenIn(new URLSearchParams(location.search), keptChoice(session.person.role)));
  const found = (await askAhead('Worklist', WorklistText, { ...question, after: null })) as WorklistQuery | undefined;
  const areas = found?.worklist.__typename === 'WorklistConnection' ? areasOf(found.worklist.edges.map(({ node }) => node)) : [];
  if (areas.length > 0) await askAhead('HouseholdNames', HouseholdNamesText, { areas, cursor: null });
};

/** Who this browser is, asked for once and before all else. */
export const firstSession: Promise<Session> = askSession().then((session) => {
  void askWorklist(session);
  // The first time that a browser writes a date takes a slow phone a tenth of a second, and the second time nothing: it is done while the wire is busy.
  setTimeout(() => new Intl.DateTimeFormat('nl-NL').format());
  return session;
});
