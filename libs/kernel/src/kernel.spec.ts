import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  accept,
  addDays,
  addMonths,
  categoryOf,
  dayOf,
  dayOfMoment,
  dayOfPage,
  daysBetween,
  deriveId,
  event,
  field,
  formatAmount,
  idOfStream,
  isPersonal,
  isUuid,
  minus,
  parseAmount,
  parseBusinessDate,
  parseInstant,
  parseLocalDateTime,
  plus,
  refuse,
  toCloudEvent,
  toInstant,
  toLocal,
  unless,
} from './index.js';

describe('money', () => {
  test.each([
    ['1234.50', 123_450],
    ['0.00', 0],
    ['7', 700],
    ['100000000.00', 10_000_000_000],
  ])('%s is read as %i cents', (text, cents) => expect(parseAmount(text)).toBe(cents));

  test.each(['-1.00', '1,234.50', '1.5', '1.234', '01.00', '', ' 1.00', '1e3', '100000000.01', 12, null, undefined, {}, '€ 5.00', '١٢.٠٠'])(
    '%p is no amount',
    (text) => expect(parseAmount(text)).toBeUndefined(),
  );

  test('what is written is read back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (cents) => parseAmount(formatAmount(cents)) === cents));
  });

  test('adding and taking away are exact', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 })), (all) => minus(plus(...all), ...all) === 0));
  });

  test('half a cent is a mistake of the program', () => expect(() => plus(0.5)).toThrow(RangeError));
});

describe('time', () => {
  test.each(['2024-02-30', '2024-13-01', '24-01-01', '2024-1-1', 'today', '', '1899-12-31', '2200-01-01', 20240101, null])(
    '%p is no business date',
    (text) => expect(parseBusinessDate(text)).toBeUndefined(),
  );

  test.each([
    ['2024-01-12', '2024-01-12T00:00:00'],
    ['2024-01-12T10:30', '2024-01-12T10:30:00'],
    ['2024-01-12T10:30:00Z', '2024-01-12T11:30:00'],
    ['2024-07-12T10:30:00Z', '2024-07-12T12:30:00'],
    ['2024-07-12T23:30:00-02:00', '2024-07-13T03:30:00'],
  ])('%s is %s in Amsterdam', (text, local) => expect(parseLocalDateTime(text)).toBe(local));

  test.each(['2024-01-12T25:00', '2024-01-12 10:30', '2024-02-30T10:00', '2024-01-12T10:30:00+99:00', 'T10:30'])('%p is no time', (text) =>
    expect(parseLocalDateTime(text)).toBeUndefined(),
  );

  test('every moment has the civil time that the time zone database says, on the hours of change too', () => {
    const changes = ['2025-03-30T00:59:59.999Z', '2025-03-30T01:00:00.000Z', '2025-10-26T00:59:59.999Z', '2025-10-26T01:00:00.000Z'];
    const moments = fc.oneof(fc.constantFrom(...changes), fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((date) => date.toISOString()));
    const civil = (moment: string): string => Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime().toString({ smallestUnit: 'second' });
    fc.assert(fc.property(moments, (moment) => toLocal(moment) === civil(moment)));
  });

  test('a time is read as the calendar reads it, and none that it has not', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    const times = fc.tuple(fc.integer({ min: 1900, max: 2199 }), two(14), two(33), two(26), two(63)).map(([y, m, d, h, min]) => `${y}-${m}-${d}T${h}:${min}`);
    const read = (text: string): string | undefined => {
      try {
        return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toString({ smallestUnit: 'second' });
      } catch {
        return undefined;
      }
    };
    fc.assert(fc.property(times, (text) => parseLocalDateTime(text) === read(text)));
  });

  test('half past midnight in Amsterdam is still yesterday in Greenwich, and the business date is ours', () => {
    const instant = toInstant('2024-07-13T00:30:00');
    expect(instant).toBe('2024-07-12T22:30:00.000Z');
    expect(dayOf(toLocal(instant))).toBe('2024-07-13');
    expect(dayOfMoment(instant)).toBe('2024-07-13');
  });

  test.each([
    [{}, '2024-03-01'],
    [{ asOf: '2025-01-01', knownAt: '2024-02-01T12:00:00.000Z' }, '2025-01-01'],
    [{ knownAt: '2024-02-01T23:30:00.000Z' }, '2024-02-02'],
    [{ knownAt: '2024-06-01T12:00:00.000Z' }, '2024-03-01'],
  ])('a page that is asked for as %j on 1 March is of %s', (at, day) => expect(dayOfPage(at, '2024-03-01')).toBe(day));

  test('known at a bare day is known at its end', () => expect(parseInstant('2024-01-12')).toBe('2024-01-12T22:59:59.999Z'));

  test('sums of days and hours are those of the calendar and the zone, also around every change of the clock', () => {
    const minute = fc.integer({ min: Date.UTC(1970, 0, 1) / 60_000, max: Date.UTC(2199, 11, 31) / 60_000 });
    const changes = fc.constantFrom(...[3, 10].flatMap((month) => [1978, 1996, 2024, 2051].map((year) => Date.UTC(year, month, 1) / 60_000 - 4 * 1440)));
    const near = fc.tuple(changes, fc.integer({ min: -6000, max: 6000 })).map(([at, off]) => at + off);
    fc.assert(fc.property(fc.oneof(minute, near), fc.integer({ min: -40_000, max: 40_000 }), fc.nat(59_999), (at, days, ms) => {
      const moment = Temporal.Instant.fromEpochMilliseconds(at * 60_000 + ms);
      const zoned = moment.toZonedDateTimeISO('Europe/Amsterdam');
      const local = moment.toZonedDateTimeISO('UTC').toPlainDateTime();
      expect(toLocal(moment.toString())).toBe(zoned.toPlainDateTime().toString({ smallestUnit: 'second' }));
      expect(toInstant(local.toString())).toBe(local.toZonedDateTime('Europe/Amsterdam').toInstant().toString({ smallestUnit: 'millisecond' }));
      const day = local.toPlainDate();
      const other = day.add({ days });
      expect(addDays(day.toString(), days)).toBe(other.toString());
      expect(daysBetween(day.toString(), other.toString())).toBe(days);
    }), { numRuns: 300 });
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
    expect(() => daysBetween('2024-01-01', 'soon')).toThrow(RangeError);
  });

  test('a month from 31 January is the last day of February', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(daysBetween('2024-01-31', '2024-02-29')).toBe(29);
  });
});

describe('ids', () => {
  test('a stream is named after what it is of, and which', () => {
    const stream = 'pooledBudget-6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b';
    expect([categoryOf(stream), idOfStream(stream)]).toEqual(['pooledBudget', '6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b']);
  });

  test('the same parts give the same id, others another', () => {
    expect(deriveId('a', 1)).toBe(deriveId('a', 1));
    expect(deriveId('a', 1)).not.toBe(deriveId('a', '1'));
    expect(deriveId('ab')).not.toBe(deriveId('a', 'b'));
    expect(isUuid(deriveId('a'))).toBe(true);
  });
  test.each(['', 'x', '6F1D3C1E-8A35-5C0F-9D52-3F6C1F0A7B11', 7, null])('%p is no id', (text) => expect(isUuid(text)).toBe(false));
});

describe('decisions', () => {
  test('the first objection counts, in the order given', () => {
    expect(unless([false, undefined, { code: 'A' }, { code: 'B' }], () => [])).toEqual(refuse('A'));
  });
  test('without objections the facts follow', () => {
    expect(unless([false, undefined], () => ['fact'])).toEqual(accept('fact'));
  });
});

test('a personal field is known as such, also when optional', () => {
  const { schema } = event('Somebody came.', { name: field.personal(field.text), note: field.personal(field.text).optional(), on: field.day });
  expect(Object.entries(schema.shape).map(([name, part]) => [name, isPersonal(part)])).toEqual([
    ['name', true],
    ['note', true],
    ['on', false],
  ]);
});

test('an event leaves the platform as a CloudEvent, without its content', () => {
  const cloud = toCloudEvent(
    {
      type: 'FreezeGranted',
      data: { secret: 'x' },
      id: deriveId('event'),
      stream: 'trajectory-1',
      streamVersion: 3,
      schemaVersion: 1,
      position: '00000000000000000007',
      happenedOn: '2024-01-12T10:30:00',
      recordedAt: '2024-01-12T09:31:00.000Z',
      actor: { id: 'coach', role: 'neighbourhood-coach' },
      commandId: deriveId('command'),
      correlationId: deriveId('correlation'),
      causationId: deriveId('cause'),
      municipality: 'groningen',
    },
    { source: 'urn:nld:oin:00000001234567890000:systeem:perspectief', contentUrl: 'https://example.org/events' },
  );
  expect(cloud).toMatchObject({ specversion: '1.0', type: 'nl.perspectief.FreezeGranted.v1', happenedat: '2024-01-12T09:30:00.000Z' });
  expect(JSON.stringify(cloud)).not.toContain('secret');
});
