import { useMemo, useState, useSyncExternalStore } from 'react';
import type { FormName } from './catalogue';
import { changesIn, sorted, type Line, type Watch } from './changed-since';

const NOTHING: readonly Line[] = [];
const NOBODY: Watch = { subscribe: () => () => undefined, get: () => NOTHING };

/** What others changed on the page since this form began, and whether the person has answered what to do with it. */
export const useChanges = (name: FormName, input: Readonly<Record<string, unknown>>, watch: Watch = NOBODY) => {
  const now = useSyncExternalStore(watch.subscribe, watch.get);
  const [began] = useState(now);
  const changes = useMemo(() => changesIn(began, now), [began, now]);
  const { same, beside } = sorted(name, input, changes);
  const [answered, setAnswered] = useState('');
  const question = same.map(({ key, after }) => `${key}=${after ?? ''}`).join('\n');
  return { same, beside, asks: question !== answered, keepMine: () => setAnswered(question) };
};
