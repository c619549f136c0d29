import { expect, test } from 'vitest';
import { fieldsOf } from './catalogue';
import { undoable, undoOf } from './undo';

test.each(undoable)('what takes %s back knows what it is about: all that its form does not ask was sent before', (name) => {
  const sent = Object.fromEntries(fieldsOf(name).map(([field]) => [field, `sent ${field}`]));
  const undo = undoOf(name, sent, sent as Record<string, string>);
  const given = Object.keys(undo?.given ?? {});
  expect(Object.values(undo?.given ?? {})).not.toContain(undefined);
  const wanted = fieldsOf(undo?.name ?? name).filter(([, { kind }]) => kind === 'given').map(([field]) => field);
  expect(wanted.filter((field) => !given.includes(field))).toEqual([]);
  for (const field of Object.keys(undo?.values ?? {})) expect(fieldsOf(undo?.name ?? name).map(([known]) => known)).toContain(field);
});

test('the same amount goes back', () => {
  expect(undoOf('contribute', { budgetId: 'b', year: 2026, domain: 'wmo', amount: '250.00' }, { amount: '250,00' })).toEqual({
    name: 'withdrawContribution', given: { budgetId: 'b', year: 2026, domain: 'wmo' }, values: { amount: '250,00' },
  });
});

test('what cannot be taken back offers nothing', () => expect(undoOf('logContact', {})).toBeUndefined());
