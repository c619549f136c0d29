import { describe, expect, test } from 'vitest';
import { fieldsOf } from './catalogue';
import { bsn, dates, lines, money, optional, whole } from './fields';
import { readField, readForm } from './values';

describe('what is typed becomes what the API wants', () => {
  test.each([['1.234,50', '1234.50'], ['1234,5', '1234.50'], ['1234.50', '1234.50'], ['€ 12', '12.00'], ['1.234', '1234.00']])('%s is the amount %s', (typed, amount) => {
    expect(readField(money, typed)).toEqual({ value: amount });
  });
  test.each(['', 'veel', '12,345', '-3', '1.23,4'])('"%s" is no amount, and it says so', (typed) => expect(readField(money, typed)).toHaveProperty('error'));
  test('lines are items, days are put in order', () => {
    expect(readField(lines, 'een\n\n twee ')).toEqual({ value: ['een', 'twee'] });
    expect(readField(dates, ['2026-05-01', '', '2026-02-01'])).toEqual({ value: ['2026-02-01', '2026-05-01'] });
  });
  test('a number outside its range is told with the range', () => expect(readField(whole(1, 60), '61')).toEqual({ error: 'errors.range' }));
  test('a citizen service number passes the eleven test or is refused here', () => {
    expect(readField(bsn, '111222333')).toEqual({ value: '111222333' });
    expect(readField(bsn, '111222334')).toEqual({ error: 'errors.bsn' });
  });
  test('what may be left out is left out', () => expect(readField(optional(money), '  ')).toEqual({}));
});

test('a form says which fields are wrong, and nothing about hidden ones', () => {
  const { input, errors } = readForm(fieldsOf('registerDebt'), { creditor: 'Energie BV', claim: 'veel' });
  expect(input).toEqual({ creditor: 'Energie BV' });
  expect(Object.keys(errors).sort()).toEqual(['claim', 'kind', 'rank', 'treatment']);
});
