// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useWhileWatched } from './use-while-watched';

const MINUTE = 60_000;
let sight: DocumentVisibilityState = 'visible';

const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
const tell = (kind: string): void => act(() => void document.dispatchEvent(new Event(kind)));
const watch = () => {
  const asks = vi.fn();
  return { asks, ...renderHook(() => useWhileWatched(asks, 5_000)) };
};

beforeEach(() => {
  sight = 'visible';
  vi.useFakeTimers();
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => sight);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('asks again every time while the page is in sight, and no more once it is gone', () => {
  const { asks, unmount } = watch();
  pass(15_000);
  expect(asks).toHaveBeenCalledTimes(3);
  unmount();
  pass(15_000);
  expect(asks).toHaveBeenCalledTimes(3);
});

test('asks nothing out of sight, and at once when it is back', () => {
  const { asks } = watch();
  sight = 'hidden';
  tell('visibilitychange');
  pass(MINUTE);
  expect(asks).not.toHaveBeenCalled();
  sight = 'visible';
  tell('visibilitychange');
  expect(asks).toHaveBeenCalledTimes(1);
});

test('an open screen that nobody touches stops asking after ten minutes, so that its session can end', () => {
  const { asks, result } = watch();
  pass(10 * MINUTE);
  expect(result.current).toBe(false);
  asks.mockClear();
  pass(30 * MINUTE);
  expect(asks).not.toHaveBeenCalled();
  tell('keydown');
  expect(asks).toHaveBeenCalledTimes(1);
  expect(result.current).toBe(true);
});

test('a hand on the screen keeps it going', () => {
  const { result } = watch();
  pass(9 * MINUTE);
  tell('pointerdown');
  pass(9 * MINUTE);
  expect(result.current).toBe(true);
});
