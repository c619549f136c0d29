import { useEffect, useMemo, useRef } from 'react';
import type { Reading, Watch } from '../../commands/changed-since';
import { linesOf, useShown } from './lines';
import type { useHousehold } from './use-household';

/** Lets a form over the page see the page as it is now: it opened with the page of then. */
export const useWatch = ({ trajectory, household, reached }: Pick<ReturnType<typeof useHousehold>, 'trajectory' | 'household' | 'reached'>): Watch => {
  const shown = useShown();
  const lines = useMemo(() => (trajectory ? linesOf(trajectory, household, shown) : []), [trajectory, household, shown]);
  const reading = useMemo(() => ({ lines, reached }), [lines, reached]);
  const now = useRef<Reading>(reading);
  const listeners = useRef(new Set<() => void>());
  useEffect(() => {
    now.current = reading;
    for (const listener of listeners.current) listener();
  }, [reading]);
  return useMemo(() => ({
    subscribe: (listener) => {
      listeners.current.add(listener);
      return () => listeners.current.delete(listener);
    },
    get: () => now.current,
  }), []);
};
