import { coachOf } from '../../page/view/summary.js';
import { reading, text } from '../draft.js';

export const withoutCoach = reading(['intake', 'tandem'], (page) =>
  coachOf(page) === undefined
    ? [
        {
          kind: 'no-coach',
          subject: page.id,
          dueOn: page.openedOn,
          since: page.openedOn,
          forRole: 'neighbourhood-coach',
          sentence: text('Dit huishouden heeft nog geen coach.', 'This household has no coach yet.'),
        },
      ]
    : []);

/** The household decides, in its own time; but nobody should forget to ask. */
export const proposedTandem = reading(['tandem'], ({ tandem: { current } }) =>
  current.phase === 'proposed'
    ? [
        {
          kind: 'tandem-answer',
          subject: current.tandemId,
          dueOn: current.proposedOn,
          since: current.proposedOn,
          forRole: 'neighbourhood-coach',
          sentence: text('Vraag het huishouden of het dit tandem wil.', 'Ask the household whether it wants this tandem.'),
        },
      ]
    : []);

/** Steps of a goal that was reached or dropped wait for nobody. */
export const plannedActions = reading(['plan'], ({ plan: { actions, goals } }) => {
  const open = new Set(goals.filter(({ phase }) => phase === 'open').map(({ goalId }) => goalId));
  return actions
    .filter(({ phase, goalId }) => phase === 'planned' && open.has(goalId))
    .map(({ actionId, dueOn }) => ({
      kind: 'action',
      subject: actionId,
      dueOn,
      since: dueOn,
      forRole: 'neighbourhood-coach',
      sentence: text('Zet een stap uit het plan.', 'Take a step of the plan.'),
    }));
});

export const plannedCheckIns = reading(['aftercare'], ({ aftercare: { current } }) =>
  current.phase === 'running'
    ? current.checkIns
        .filter(({ phase }) => phase === 'planned')
        .map(({ number, plannedOn }) => ({
          kind: 'check-in',
          subject: `${current.startedOn} ${number}`,
          dueOn: plannedOn,
          since: current.startedOn,
          forRole: 'neighbourhood-coach',
          sentence: text('Houd het gesprek in de nazorg.', 'Hold the check-in of the aftercare.'),
        }))
    : []);

/** So many missed after each other, with none held since. */
export const missedCheckIns = reading(['aftercare'], ({ aftercare: { current } }, law) => {
  if (current.phase !== 'running') return [];
  const past = current.checkIns.filter(({ phase }) => phase === 'held' || phase === 'missed');
  const missed = past.slice(past.findLastIndex(({ phase }) => phase === 'held') + 1);
  const last = missed.at(-1);
  const parameter = law.parameter('missed-check-ins-alert', current.startedOn);
  if (!last || missed.length < parameter.value) return [];
  return [
    {
      kind: 'missed-check-ins',
      subject: `${current.startedOn} ${last.number}`,
      dueOn: last.plannedOn,
      since: last.plannedOn,
      forRole: 'neighbourhood-coach',
      rule: parameter.id,
      sentence: text('Er gingen gesprekken na elkaar niet door. Zoek contact.', 'Check-ins were missed in a row. Get in touch.'),
    },
  ];
});
