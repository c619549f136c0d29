import { useCallback, useEffect, useRef, useState } from 'react';
import { drop, keep, recall } from '../drafts/vault';
import type { Values } from './values';

const WAIT_MS = 400;

/** What somebody typed, kept on this device while he types and taken up when he comes back. */
export const useDraft = (name: string, start: Values) => {
  const [values, setValues] = useState(start);
  const [kept, setKept] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touched = useRef(false);

  useEffect(() => {
    let over = false;
    void recall<Values>(name).then((draft) => {
      if (over || touched.current || draft === undefined) return;
      setValues((before) => ({ ...before, ...draft }));
      setKept(true);
    });
    return () => {
      over = true;
      clearTimeout(timer.current);
    };
  }, [name]);

  const change = useCallback(
    (field: string, value: Values[string]) => {
      touched.current = true;
      setKept(false);
      setValues((before) => {
        const next = { ...before, [field]: value };
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void keep(name, next).then(setKept), WAIT_MS);
        return next;
      });
    },
    [name],
  );

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    setKept(false);
    return drop(name);
  }, [name]);

  return { values, kept, change, forget };
};
