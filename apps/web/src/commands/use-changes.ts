import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useOwnWrites } from '../data/positions';
import type { FormName } from './catalogue';
import { changesByOthers, sorted, type Reading, type Watch } from './changed-since';

const NOTHING: Reading = { lines: [], reached: [] };
const NOBODY: Watch = { subscribe: () => () => undefined, get: () => NOTHING };

/**
 * What others changed on the page since this form began, and whether the person has answered what to do with it. While the form is on its
 * way (`busy`) nobody knows yet what is one's own: it stays as it was.
 */
export const useChanges = (name: FormName, input: Readonly<Record<string, unknown>>, watch: Watch = NOBODY, busy = false) => {
  const now = useSyncExternalStore(watch.subscribe, watch.get);
  const own = useOwnWrites();
  const [readings, setReadings] = useState<readonly Reading[]>([now]);
  if (readings.at(-1) !== now) setReadings([...readings, now]);
  const found = useMemo(() => changesByOthers(readings, own), [readings, own]);
  const settled = useRef(found);
  if (!busy) settled.current = found;
  const { same, beside } = sorted(name, input, settled.current);
  const [answered, setAnswered] = useState('');
  const question = same.map(({ key, after }) => `${key}=${after ?? ''}`).join('\n');
  return { same, beside, asks: question !== answered, keepMine: () => setAnswered(question) };
};
