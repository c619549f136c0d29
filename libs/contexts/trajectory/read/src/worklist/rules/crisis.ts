import { addDays, addMonths, type BusinessDate } from '@perspectief/kernel';
import type { Bilingual } from '@perspectief/law';
import type { OpenedTrajectory } from '@perspectief/trajectory-domain';
import { reading, text } from '../draft.js';

type ThreatKind = OpenedTrajectory['crisisFreeze']['threats'][number]['threat'];

const THREATENS: Readonly<Record<ThreatKind, Bilingual>> = {
  eviction: text('Uitzetting uit de woning dreigt.', 'Eviction threatens.'),
  'energy-cutoff': text('Afsluiten van stroom of gas dreigt.', 'A cut-off of power or gas threatens.'),
  'water-cutoff': text('Afsluiten van water dreigt.', 'A cut-off of water threatens.'),
  'heat-cutoff': text('Afsluiten van warmte dreigt.', 'A cut-off of heat threatens.'),
  'health-insurance-ending': text('Een verzekering dreigt te stoppen.', 'An insurance is about to end.'),
};

/** While a freeze holds a threat off, what asks for attention is the freeze. */
export const openThreats = reading(['crisisFreeze'], ({ crisisFreeze: { threats, freezes } }) =>
  threats
    .filter(({ phase, threatId }) => phase === 'open' && !freezes.some((freeze) => freeze.phase === 'running' && freeze.threatId === threatId))
    .map(({ threatId, threat, threatensOn, reportedOn }) => ({
      kind: 'threat',
      subject: threatId,
      dueOn: threatensOn,
      since: reportedOn,
      forRole: 'neighbourhood-coach',
      sentence: THREATENS[threat],
    })));

export const openSafetyTasks = reading(['crisisFreeze'], ({ crisisFreeze }) =>
  crisisFreeze.safetyTasks
    .filter(({ phase }) => phase === 'open')
    .map(({ taskId, dueOn, openedOn }) => ({
      kind: 'safety-task',
      subject: taskId,
      dueOn,
      since: openedOn,
      forRole: 'neighbourhood-coach',
      sentence: text('Zorg dat het huishouden veilig is.', 'See to it that the household is safe.'),
    })));

/** From the day it was asked for: nobody knows when the answer comes, somebody has to keep asking. */
export const undecidedFreezes = reading(['crisisFreeze'], ({ crisisFreeze }) =>
  crisisFreeze.freezes
    .filter(({ phase }) => phase === 'requested' || phase === 'interim')
    .map(({ freezeId, requestedOn }) => ({
      kind: 'freeze-decision',
      subject: freezeId,
      dueOn: requestedOn,
      since: requestedOn,
      forRole: 'debt-counsellor',
      sentence: text('Er is rust aangevraagd. Het besluit is er nog niet.', 'Calm was asked for. There is no decision yet.'),
    })));

export const endingFreezes = reading(['crisisFreeze'], ({ crisisFreeze }) =>
  crisisFreeze.freezes.flatMap((freeze) =>
    freeze.phase === 'running' && freeze.until !== undefined
      ? [
          {
            kind: 'freeze-ends',
            subject: freeze.freezeId,
            dueOn: freeze.until,
            since: freeze.from,
            forRole: 'debt-counsellor',
            sentence: text('De rustperiode loopt af. Kijk wat er daarna nodig is.', 'The freeze ends. See what is needed after it.'),
          },
        ]
      : [],
  ));

/** FR-11: the order can lapse, so this cannot wait. It goes when the freeze does. */
export const breachedFreezes = reading(['crisisFreeze'], ({ crisisFreeze }) =>
  crisisFreeze.freezes
    .filter(({ phase }) => phase === 'running' || phase === 'interim')
    .flatMap(({ freezeId, breaches }) =>
      breaches.map(({ what, on, debtId }) => ({
        kind: 'freeze-breach' as const,
        subject: [freezeId, what, on, debtId].filter(Boolean).join(' '),
        dueOn: on,
        since: on,
        forRole: 'neighbourhood-coach' as const,
        rule: 'FR-11',
        article: 'Fw 305',
        sentence: text('Een afspraak van de rustperiode is verbroken.', 'A duty of the freeze was broken.'),
      })),
    ));

const lastDayOf = (month: string): BusinessDate => addDays(addMonths(`${month}-01`, 1), -1);
const monthOf = (day: BusinessDate): string => day.slice(0, 7);

const firstUnconfirmed = (from: BusinessDate, confirmed: readonly string[]): string => {
  let month = monthOf(from);
  while (confirmed.includes(month)) month = monthOf(addMonths(`${month}-01`, 1));
  return month;
};

/** FR-12: each month of a freeze the current costs are checked; one month at a time. */
export const currentCosts = reading(['crisisFreeze'], ({ crisisFreeze }) =>
  crisisFreeze.freezes.flatMap((freeze) => {
    if (freeze.phase !== 'running') return [];
    const month = firstUnconfirmed(freeze.from, freeze.monthsConfirmed);
    if (freeze.until !== undefined && month > monthOf(freeze.until)) return [];
    return [
      {
        kind: 'current-costs',
        subject: `${freeze.freezeId} ${month}`,
        dueOn: lastDayOf(month),
        since: freeze.from,
        forRole: 'neighbourhood-coach',
        rule: 'FR-12',
        sentence: text('Controleer of de vaste lasten zijn betaald.', 'Check that the current costs were paid.'),
      },
    ];
  }));
