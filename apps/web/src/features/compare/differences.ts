import type { Trajectory } from '../household/page-context';

export interface Difference {
  readonly group: string;
  readonly key: string;
  /** Words of the row: a code of a term group, or plain text. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface Shown {
  readonly term: (group: string, code: string | null | undefined) => string;
  readonly money: (amount: string) => string;
  readonly day: (day: string) => string;
  readonly label: (key: string) => string;
}

type Rows = ReadonlyMap<string, { readonly group: string; readonly label: Difference['label']; readonly value: string }>;

const rowsOf = (page: Trajectory, { term, money, day, label }: Shown): Rows =>
  new Map(
    [
      { key: 'status', group: 'trajectory', label: label('status'), value: term('status', page.status) },
      { key: 'tandem', group: 'trajectory', label: label('tandem'), value: term('tandem', page.tandem.phase) },
      { key: 'plan', group: 'plan', label: label('version'), value: String(page.plan.versions.length) },
      ...page.plan.goals.map(({ goalId, wish, phase }) => ({ key: `goal ${goalId}`, group: 'plan', label: wish, value: term('goal', phase) })),
      ...page.plan.goals.flatMap(({ actions }) => actions).map(({ actionId, what, phase }) => ({ key: `action ${actionId}`, group: 'plan', label: what, value: term('action', phase) })),
      { key: 'open', group: 'money', label: label('open'), value: money(page.debtSums.open) },
      { key: 'paid', group: 'money', label: label('paid'), value: money(page.debtSums.paid) },
      { key: 'discharged', group: 'money', label: label('discharged'), value: money(page.debtSums.discharged) },
      ...page.freezes.map(({ freezeId, instrument, state, until }) => ({ key: `freeze ${freezeId}`, group: 'money', label: term('instrument', instrument), value: [term('freeze', state), until && day(until)].filter(Boolean).join(', ') })),
      ...page.threats.map(({ threatId, threat, phase }) => ({ key: `threat ${threatId}`, group: 'money', label: term('threat', threat), value: term('threatPhase', phase) })),
      ...page.lifeAreas.map(({ lifeArea, score }) => ({ key: `area ${lifeArea}`, group: 'scores', label: term('lifeArea', lifeArea), value: String(score) })),
      ...page.clocks.map((clock) => ({ key: `clock ${clock.rule} ${clock.application ?? clock.threat ?? clock.debt ?? clock.freeze ?? ''}`, group: 'terms', label: term('rule', clock.rule), value: `${term('clockState', clock.state)}, ${day(clock.due)}` })),
    ].map(({ key, ...row }) => [key, row]),
  );

/** What differs between two pages of one household, in the order of the page. A thing that was not there yet is a dash. */
export const differences = (before: Trajectory, after: Trajectory, shown: Shown): readonly Difference[] => {
  const [old, now] = [rowsOf(before, shown), rowsOf(after, shown)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [one, other] = [old.get(key), now.get(key)];
    const row = other ?? one;
    if (!row || one?.value === other?.value) return [];
    return [{ group: row.group, key, label: row.label, before: one?.value ?? '–', after: other?.value ?? '–' }];
  });
};
