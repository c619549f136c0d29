import { catalogue, type ParameterKey } from './catalogue.js';
import { lawTable } from './law-table.js';
import { dutchLaw, lawOn, lawWith, parameter } from './law.js';

const keys = Object.keys(catalogue) as ParameterKey[];

describe('a number of the law', () => {
  it('has its own id and its own name for every version', () => {
    const names = dutchLaw.versions.map(({ version }) => version);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(keys.map((key) => catalogue[key].id)).size).toBe(keys.length);
  });

  it.each(keys)('%s is explained in both languages, has an article, a source and versions in order', (key) => {
    const { explain, article, source, versions } = catalogue[key];
    expect([explain.nl, explain.en, article, source].every((text) => text.length > 1)).toBe(true);
    const starts = versions.map(({ validFrom }) => validFrom);
    expect(starts).toEqual([...starts].sort());
    expect(new Set(starts).size).toBe(starts.length);
    expect(starts.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))).toBe(true);
  });

  it('names the version that a decision used', () => {
    expect(parameter('first-conversation-term', '2023-11-27')).toMatchObject({
      id: 'WG-01', value: 4, unit: 'weeks', version: 'WG-01@2012-07-01', article: 'Wgs 4 lid 1', confidence: 'sure', inForce: true,
    });
  });

  it('changes on the first day of its next version, not a day earlier', () => {
    expect(lawOn('2023-06-30').value('arrangement-months')).toBe(36);
    expect(lawOn('2023-07-01').value('arrangement-months')).toBe(18);
    expect(parameter('arrangement-months', '2023-06-30').validTo).toBe('2023-06-30');
    expect(parameter('arrangement-months', '2023-07-01').validTo).toBeUndefined();
  });

  it('has the same value under an older article, before debt help had a decision term of its own', () => {
    expect(parameter('debt-help-decision-term', '2020-12-31')).toMatchObject({ value: 8, article: 'Awb 4:13', version: 'WG-04@2012-07-01' });
    expect(parameter('debt-help-decision-term', '2021-01-01')).toMatchObject({ value: 8, article: 'Wgs 4a', version: 'WG-04@2021-01-01' });
  });

  it('before its first version is the oldest one and says that it was not in force', () => {
    expect(parameter('gifts-left-out-yearly', '2025-12-31')).toMatchObject({ value: 120_000, inForce: false });
    expect(parameter('gifts-left-out-yearly', '2026-01-01').inForce).toBe(true);
  });

  it.each<[ParameterKey, number, string, string]>([
    ['threat-conversation-term', 3, 'workingDays', 'sure'],
    ['narrow-freeze-maximum', 6, 'months', 'sure'],
    ['broad-freeze-maximum', 6, 'months', 'sure'],
    ['standstill-maximum', 8, 'months', 'likely'],
    ['cjib-emergency-stop-maximum', 4, 'months', 'likely'],
    ['broad-freeze-interval', 10, 'years', 'verify'],
    ['court-report-term', 14, 'days', 'product'],
    ['preferential-weight', 2, 'times', 'sure'],
    ['arranging-phase-maximum', 120, 'days', 'sure'],
    ['creditor-response-term', 28, 'days', 'verify'],
    ['creditor-reminder-after', 14, 'days', 'verify'],
    ['household-ceiling', 300_000, 'cents', 'product'],
    ['coach-mandate', 50_000, 'cents', 'product'],
    ['receipt-overdue-after', 30, 'days', 'product'],
    ['relapse-window', 24, 'months', 'product'],
    ['relapse-signals', 2, 'count', 'product'],
    ['relapse-signal-window', 6, 'months', 'product'],
    ['wmo-retention', 15, 'years', 'sure'],
    ['youth-retention', 20, 'years', 'likely'],
    ['assistance-retention', 10, 'years', 'likely'],
    ['debt-help-retention', 5, 'years', 'verify'],
    ['tandem-note-retention', 1, 'years', 'product'],
  ])('%s is %d %s (%s) in 2026', (key, value, unit, confidence) => {
    expect(parameter(key, '2026-06-01')).toMatchObject({ value, unit, confidence, inForce: true });
  });
});

describe('a law with overrides', () => {
  const stricter = lawWith([
    { key: 'first-conversation-term', value: 2, from: '2024-01-01', until: '2024-12-31', name: 'what-if-2-weeks' },
    { key: 'arrangement-months', value: 12, name: 'short' },
    { key: 'arrangement-months', value: 24, name: 'long' },
  ]);

  it('holds from its first day to its last and carries its name', () => {
    const seen = (day: string) => stricter.parameter('first-conversation-term', day);
    expect(seen('2023-12-31').value).toBe(4);
    expect(seen('2024-01-01')).toMatchObject({ value: 2, version: 'WG-01@2012-07-01~what-if-2-weeks' });
    expect(seen('2024-12-31').value).toBe(2);
    expect(seen('2025-01-01').value).toBe(4);
  });

  it('lets the last of several win and leaves everything else alone', () => {
    expect(stricter.on('2026-01-01').value('arrangement-months')).toBe(24);
    expect(stricter.on('2026-01-01').value('threat-conversation-term')).toBe(3);
    expect(lawOn('2026-01-01').value('arrangement-months')).toBe(18);
  });
});

describe('the law table', () => {
  const lines = lawTable().trimEnd().split('\n');

  it('has a row for every version and the same number of cells in each', () => {
    expect(lines).toHaveLength(2 + dutchLaw.versions.length);
    expect(new Set(lines.map((line) => line.split('|').length)).size).toBe(1);
  });

  it('writes value, unit, validity, grounds and confidence', () => {
    expect(lines).toContainEqual(expect.stringMatching(
      /^\| BO-02 \| arrangement-months \| 36 months \| no \| 2012-07-01 \| 2023-06-30 \| .* \| sure \| /,
    ));
    expect(lines).toContainEqual(expect.stringContaining('| PB-07 | household-ceiling | € 3000.00 | no | 2017-01-01 |  |'));
    expect(lines).toContainEqual(expect.stringContaining('| FR-12 | current-costs-check-interval | 1 month |'));
    expect(lines).toContainEqual(expect.stringContaining('| LOBBY | bottleneck-cluster-from | 3 |'));
  });
});
