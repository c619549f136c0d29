// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { heard, usePosition, wrote } from './positions';

test('a page asks again when its own topic moves, and for its own writes whatever they were', () => {
  const { result } = renderHook(() => usePosition('trajectory:a'));
  const before = result.current.ticks;
  act(() => heard('trajectory:b', '0000000000000007-aa'));
  expect(result.current.ticks).toBe(before);
  act(() => heard('trajectory:a', '0000000000000009-aa'));
  expect(result.current).toEqual({ position: '0000000000000009-aa', ticks: before + 1 });
  act(() => wrote('0000000000000012-aa'));
  expect(result.current).toEqual({ position: '0000000000000012-aa', ticks: before + 2 });
});

test('a late message never moves a page back', () => {
  const { result } = renderHook(() => usePosition('trajectory:c'));
  act(() => heard('trajectory:c', '0000000000000020-aa'));
  act(() => heard('trajectory:c', '0000000000000019-aa'));
  expect(result.current.position).toBe('0000000000000020-aa');
});
