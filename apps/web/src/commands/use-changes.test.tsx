// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { wrote } from '../data/positions';
import type { Line, Reading, Watch } from './changed-since';
import { useChanges } from './use-changes';

const debt = (name: string, value = '€ 100'): Line => ({ key: name, group: 'debts', label: name, value, ids: [name] });

let clock = 0;
const nextPosition = (): string => `${String((clock += 1)).padStart(16, '0')}-aa`;

/** A page of debts under the form; what it shows moves as its answers come in. */
const pageOf = (...lines: readonly Line[]) => {
  let now: Reading = { lines, reached: [nextPosition(), undefined] };
  const listeners = new Set<() => void>();
  const watch: Watch = { subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener)), get: () => now };
  const shows = (reached: string | undefined, ...then: readonly Line[]): void => {
    now = { lines: then, reached: [reached, undefined] };
    act(() => listeners.forEach((listener) => listener()));
  };
  return { watch, shows };
};

/** The form of a command that is about all debts. */
const formOver = ({ watch }: ReturnType<typeof pageOf>) => renderHook(({ busy }: { busy: boolean }) => useChanges('draftBuyOut', { trajectoryId: 't' }, watch, busy), { initialProps: { busy: false } });
const same = ({ result }: ReturnType<typeof formOver>): readonly string[] => result.current.same.map(({ key }) => key);
const acknowledged = (position: string): void => act(() => wrote(position));

let page: ReturnType<typeof pageOf>;
beforeEach(() => {
  page = pageOf(debt('energy'));
});

test('what was written here before the form opened is no change by others, though the page shows it later', () => {
  const mine = nextPosition();
  acknowledged(mine);
  const form = formOver(page);
  page.shows(mine, debt('energy'), debt('mine'));
  expect(same(form)).toEqual([]);
  expect(form.result.current.asks).toBe(false);
});

test('the page that heard of it first is right as soon as the answer is there', () => {
  const form = formOver(page);
  const mine = nextPosition();
  form.rerender({ busy: true });
  page.shows(mine, debt('energy'), debt('mine'));
  expect(same(form)).toEqual([]);
  acknowledged(mine);
  form.rerender({ busy: false });
  expect(same(form)).toEqual([]);
});

test('a refused form shows what was in fact done by somebody else', () => {
  const form = formOver(page);
  form.rerender({ busy: true });
  page.shows(nextPosition(), debt('energy'), debt('theirs'));
  expect(same(form)).toEqual([]);
  form.rerender({ busy: false });
  expect(same(form)).toEqual(['theirs']);
  expect(form.result.current.asks).toBe(true);
});

test.each(['first the answer, then the page', 'first the page, then the answer'])('what waited for a network and was sent under the form is one\'s own; what another did stays: %s', (order) => {
  const form = formOver(page);
  page.shows(nextPosition(), debt('energy', '€ 150'));
  const mine = nextPosition();
  if (order.startsWith('first the answer')) acknowledged(mine);
  page.shows(mine, debt('energy', '€ 150'), debt('mine'));
  acknowledged(mine);
  page.shows(nextPosition(), debt('energy', '€ 150'), debt('mine'), debt('theirs'));
  expect([...same(form)].sort()).toEqual(['energy', 'theirs']);
  expect(form.result.current.same.find(({ key }) => key === 'energy')).toMatchObject({ before: '€ 100', after: '€ 150' });
});

test('who chose his own is not asked again, until it changes once more', () => {
  const form = formOver(page);
  page.shows(nextPosition(), debt('energy', '€ 150'));
  expect(form.result.current.asks).toBe(true);
  act(() => form.result.current.keepMine());
  expect(form.result.current.asks).toBe(false);
  page.shows(nextPosition(), debt('energy', '€ 175'));
  expect(form.result.current.asks).toBe(true);
});
