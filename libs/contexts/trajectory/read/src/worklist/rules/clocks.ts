import type { BusinessDate, Domain } from '@perspectief/kernel';
import { clockRules, type ClockRule } from '@perspectief/law';
import { clocksOf, type OpenedTrajectory, type TrajectoryClock } from '@perspectief/trajectory-domain';
import { reading, text, type Draft, type ForRole } from '../draft.js';

/** A day by which everything that is known has happened: rows must not depend on the day they are written. */
const AFTER_ALL: BusinessDate = '2199-12-31';

const ROLES: Partial<Readonly<Record<string, ForRole>>> = {
  'wgs-decision': 'debt-counsellor',
  arrangement: 'debt-counsellor',
  'freeze-report-to-court': 'debt-counsellor',
};

const isOpen = ({ metOn, lapsedOn }: TrajectoryClock): boolean => metOn === undefined && lapsedOn === undefined;

/** What the household or a creditor may do in its own time is no work of ours. */
const isOurs = ({ duty }: TrajectoryClock): boolean => duty === 'municipality';

const LAWS: Readonly<Record<Domain, string>> = { jeugd: 'Jeugdwet', wmo: 'Wmo', participatiewet: 'Participatiewet', schuldhulp: 'Wgs' };

const draftOf = (clock: TrajectoryClock): Draft => {
  const { what }: ClockRule = clockRules[clock.rule];
  const { rule, article, startedOn: since, provisional, extendedTo, baseDue, due } = clock;
  return {
    kind: 'clock',
    subject: [rule, clock.application, clock.threat, clock.freeze, clock.debt, since].filter(Boolean).join(' '),
    dueOn: provisional ? (extendedTo ?? baseDue) : due,
    since,
    forRole: ROLES[rule] ?? 'neighbourhood-coach',
    ...{ rule, article },
    ...(provisional && { standsStill: true }),
    sentence: text(`Nog te doen: ${what.nl} (${LAWS[clock.law]}).`, `To do: ${what.en} (${LAWS[clock.law]}).`),
  };
};

/** Every track that starts, moves or meets a clock. */
const CLOCK_TRACKS = ['intake', 'crisisFreeze', 'debts', 'debtBuyOut', 'aftercare'] as const;

/** BO-10: a reminder at first, then somebody picks up the phone; silence is never a yes. */
const silentCreditor = ({ debt = '', startedOn: since, reminderOn, due, rule, article }: TrajectoryClock): readonly Draft[] => {
  const shared = { subject: debt, since, forRole: 'debt-counsellor', rule, article } as const;
  const escalation: Draft = {
    ...{ ...shared, kind: 'balance-escalation', dueOn: due },
    sentence: text('Een schuldeiser gaf geen opgave van de schuld. Bel erachteraan.', 'A creditor did not tell what is owed. Call after it.'),
  };
  if (reminderOn === undefined) return [escalation];
  const reminder: Draft = {
    ...{ ...shared, kind: 'balance-reminder', dueOn: reminderOn },
    sentence: text('Stuur een schuldeiser een herinnering.', 'Send a creditor a reminder.'),
  };
  return [reminder, escalation];
};

const draftsOf = (clock: TrajectoryClock): readonly Draft[] => {
  if (clock.rule === 'balance-answer') return silentCreditor(clock);
  return isOurs(clock) ? [draftOf(clock)] : [];
};

/** `clocksOf` reads the head and these tracks, and nothing of the others. */
export const runningClocks = reading(CLOCK_TRACKS, (page, law) =>
  clocksOf(page as OpenedTrajectory, AFTER_ALL, law).filter(isOpen).flatMap(draftsOf),
);
