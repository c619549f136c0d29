import type { Instant, LocalDateTime } from '@perspectief/kernel';
import { amountInWords, type TimelineEntry, type TrajectoryView } from '@perspectief/trajectory-read';
import { tableOf } from '../terminal/table.js';
import { codeIn, sayingIn, type Language, type Says } from './words.js';

export interface PageOf {
  readonly view: TrajectoryView;
  readonly timeline: readonly TimelineEntry[];
  readonly knownAt?: Instant;
  /** Names of the people on the page, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly language: Language;
}

interface Voice {
  readonly says: Says;
  readonly code: (code: string) => string;
  readonly euro: (cents: number) => string;
}

const voiceOf = (language: Language): Voice => ({
  says: sayingIn(language),
  code: (code) => codeIn(language, code),
  euro: (cents) => amountInWords(cents)[language],
});

const LAST_ENTRIES = 12;
const minute = (at: LocalDateTime): string => (at.endsWith('T00:00:00') ? at.slice(0, 10) : at.slice(0, 16).replace('T', ' '));

const section = (title: string, body: string | undefined): string[] => (body ? ['', title, body] : []);

const header = ({ view, knownAt, names }: PageOf, { says, code }: Voice): string[] => {
  const outcome = view.outcome === undefined ? '' : `, ${code(view.outcome)}`;
  const closed = view.closedOn === undefined ? [] : [[says('closed'), view.closedOn]];
  const rows = [
    [says('trajectory'), view.id],
    [says('household'), view.householdId],
    [says('status'), `${code(view.status)}${outcome}`],
    [says('area'), `${view.area}, ${view.municipality}`],
    [says('opened'), view.openedOn],
    ...closed,
    ...(view.coachId === undefined ? [] : [[says('coach'), names[view.coachId] ?? view.coachId]]),
    [says('asOf'), knownAt === undefined ? view.day : `${view.day}, ${says('knownAt')} ${knownAt}`],
  ];
  return rows.map(([word = '', value = '']) => `${word.padEnd(12)}${value}`);
};

const clocks = ({ view: { clocks: all } }: PageOf, { says, code }: Voice): string | undefined =>
  all.length === 0
    ? undefined
    : tableOf(
        [says('rule'), says('article'), says('due'), says('met'), says('state')],
        all.map((clock) => [clock.rule, clock.article, clock.due, clock.metOn ?? '', code(clock.state)]),
      );

const debts = ({ view: { debts: all, debtSums } }: PageOf, { says, code, euro }: Voice): string | undefined => {
  if (all.length === 0) return undefined;
  const table = tableOf(
    [says('creditor'), says('claim'), says('rank'), says('treatment'), says('state')],
    all.map((debt) => [debt.creditor, euro(debt.claim), code(debt.rank), code(debt.treatment), code(debt.settlement.phase)]),
  );
  const sums = (['open', 'paid', 'discharged', 'excluded'] as const).map((word) => `${says(word)} ${euro(debtSums[word])}`);
  return `${table}\n${sums.join(' · ')}`;
};

const freezes = ({ view: { freezes: all } }: PageOf, { says, code }: Voice): string | undefined =>
  all.length === 0
    ? undefined
    : tableOf(
        [says('instrument'), says('from'), says('until'), says('state')],
        all.map((freeze) => [code(freeze.instrument), freeze.from ?? '', freeze.until ?? '', code(freeze.state)]),
      );

const buyOut = ({ view: { buyOuts, debts: all } }: PageOf, { says, code, euro }: Voice): string | undefined => {
  const latest = buyOuts.at(-1);
  if (!latest) return undefined;
  const creditors = new Map(all.map(({ debtId, creditor }) => [debtId, creditor]));
  const table = tableOf(
    [says('creditor'), says('claim'), says('offer'), says('answer')],
    latest.offers.map((one) => [creditors.get(one.debtId) ?? one.debtId, euro(one.claim), euro(one.offer), code(one.answer.phase)]),
  );
  return `${code(latest.method)}, ${euro(latest.divisible)}, ${code(latest.outcome.phase)}\n${table}`;
};

const plan = ({ view: { plan: { goals, versions } } }: PageOf, { says, code }: Voice): string | undefined => {
  if (goals.length === 0) return undefined;
  const table = tableOf([says('goal'), says('target'), says('state')], goals.map((goal) => [goal.wish, goal.targetDate, code(goal.phase)]));
  const agreed = versions.at(-1);
  return agreed ? `${table}\n${says('agreedVersion')} ${agreed.version}, ${agreed.agreedOn}` : table;
};

const tandem = ({ view: { tandem: pair }, names }: PageOf, { says, code }: Voice): string | undefined => {
  if (pair.phase === 'none') return undefined;
  const people = [pair.coachId, pair.expertId].map((id) => (id === undefined ? '' : (names[id] ?? id))).join(' + ');
  return `${people}, ${code(pair.phase)} ${says('since')} ${pair.since ?? ''}, ${pair.contacts} ${says('contacts')}`;
};

const aftercare = ({ view: { aftercare: { current } } }: PageOf, { says, code }: Voice): string | undefined =>
  current.phase === 'none'
    ? undefined
    : tableOf(
        [says('checkIn'), says('planned'), says('state')],
        current.checkIns.map(({ number, plannedOn, phase }) => [String(number), plannedOn, code(phase)]),
      );

const latest = ({ timeline, language }: PageOf, { says }: Voice): string =>
  tableOf([says('day'), says('what')], timeline.slice(-LAST_ENTRIES).map(({ happenedOn, sentence }) => [minute(happenedOn), sentence[language]]));

/** One trajectory as plain text. */
export const pageText = (page: PageOf): string => {
  const voice = voiceOf(page.language);
  const { says } = voice;
  return [
    ...header(page, voice),
    ...section(says('clocks'), clocks(page, voice)),
    ...section(says('debts'), debts(page, voice)),
    ...section(says('freezes'), freezes(page, voice)),
    ...section(says('offers'), buyOut(page, voice)),
    ...section(says('plan'), plan(page, voice)),
    ...section(says('tandem'), tandem(page, voice)),
    ...section(says('aftercare'), aftercare(page, voice)),
    ...section(says('timeline'), latest(page, voice)),
  ].join('\n');
};
