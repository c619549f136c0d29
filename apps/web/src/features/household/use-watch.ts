import { useEffect, useMemo, useRef } from 'react';
import type { Line, Watch } from '../../commands/changed-since';
import { linesOf, useShown } from './lines';
import type { Household, Trajectory } from './page-context';

/** Lets a form over the page see the page as it is now: it opened with the page of then. */
export const useWatch = (trajectory: Trajectory | undefined, household: Household | undefined): Watch => {
  const shown = useShown();
  const lines = useMemo(() => (trajectory ? linesOf(trajectory, household, shown) : []), [trajectory, household, shown]);
  const now = useRef<readonly Line[]>(lines);
  const listeners = useRef(new Set<() => void>());
  useEffect(() => {
    now.current = lines;
    for (const listener of listeners.current) listener();
  }, [lines]);
  return useMemo(() => ({
    subscribe: (listener) => {
      listeners.current.add(listener);
      return () => listeners.current.delete(listener);
    },
    get: () => now.current,
  }), []);
};
