import { expect, test } from 'vitest';
import { formatMoney } from '../format';
import { dayFrom, typedDay } from './day';

test.each([['19-11-2026', '2026-11-19'], ['9/1/26', '2026-01-09'], ['1 2 2026', '2026-02-01'], ['2026-11-19', '2026-11-19'], ['29-02-2028', '2028-02-29']])('%s is %s', (typed, day) => {
  expect(dayFrom(typed)).toBe(day);
});
test.each(['', '31-02-2026', '29-02-2027', '19-13-2026', '19-11', 'morgen'])('"%s" is no day', (typed) => expect(dayFrom(typed)).toBeUndefined());
test('a day is shown as it is typed here', () => expect(typedDay('2026-11-19')).toBe('19-11-2026'));

test('an amount has cents or none, never one digit', () => {
  expect(formatMoney('749.50', 'nl')).toBe('€\u00a0749,50');
  expect(formatMoney('20000.00', 'nl')).toBe('€\u00a020.000');
});
