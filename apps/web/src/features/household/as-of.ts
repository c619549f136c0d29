import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { addDays, todayHere } from '@perspectief/ui';

/** On which day the page stands, and what was known then; nothing of both is today. */
export interface AsOf {
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day of the page stands in its address, so that it can be shown to somebody else. */
export const useAsOf = () => {
  const [params, setParams] = useSearchParams();
  const read = (name: string): string | undefined => {
    const day = params.get(name) ?? '';
    return DAY.test(day) ? day : undefined;
  };
  const asOf = read('op');
  const knownAt = read('bekend');
  const go = useCallback(
    (next: AsOf) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, day] of [['op', next.asOf], ['bekend', next.knownAt]] as const) {
            if (day) after.set(name, day);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  const step = useCallback(
    (days: number) => {
      const to = addDays(asOf ?? todayHere(), days);
      go({ asOf: to >= todayHere() ? undefined : to, knownAt });
    },
    [asOf, knownAt, go],
  );
  return useMemo(() => ({ asOf, knownAt, past: asOf !== undefined || knownAt !== undefined, go, step }), [asOf, knownAt, go, step]);
};
