import { useCallback, useEffect, useRef, useState } from 'react';
import { drop, keep, recall } from './vault';

const WAIT_MS = 400;

/** What somebody typed, kept on this device while he types and taken up when he comes back. `start` stays the same from turn to turn. */
export const useDraft = <Draft extends object>(name: string, start: Draft) => {
  const [values, setValues] = useState(start);
  const [kept, setKept] = useState(false);
  const [takenUp, setTakenUp] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touched = useRef(false);
  /** What was typed and is not kept yet. */
  const pending = useRef<Draft>(undefined);

  useEffect(() => {
    let over = false;
    void recall<Partial<Draft>>(name).then((draft) => {
      if (over || touched.current || draft === undefined) return;
      setValues((before) => ({ ...before, ...draft }));
      setKept(true);
      setTakenUp(true);
    });
    return () => {
      over = true;
      clearTimeout(timer.current);
      // Closed within the wait: the last words are kept too.
      if (pending.current) void keep(name, pending.current);
    };
  }, [name]);

  const change = useCallback(
    (part: Partial<Draft>) => {
      touched.current = true;
      setKept(false);
      setValues((before) => {
        const next = { ...before, ...part };
        clearTimeout(timer.current);
        pending.current = next;
        timer.current = setTimeout(() => {
          pending.current = undefined;
          void keep(name, next).then(setKept);
        }, WAIT_MS);
        return next;
      });
    },
    [name],
  );

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    pending.current = undefined;
    setKept(false);
    return drop(name);
  }, [name]);

  /** Throws away what was typed: the form is as it was when it opened for the first time. */
  const startOver = useCallback(() => {
    setValues(start);
    setTakenUp(false);
    void forget();
  }, [start, forget]);

  return { values, kept, takenUp, change, forget, startOver };
};
