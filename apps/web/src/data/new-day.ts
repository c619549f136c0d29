import { todayHere } from '@perspectief/ui';

const LOOK_MS = 60_000;
const listeners = new Set<() => void>();
let today = todayHere();

const look = (): void => {
  if (document.visibilityState !== 'visible' || todayHere() === today) return;
  today = todayHere();
  for (const listener of listeners) listener();
};

setInterval(look, LOOK_MS);
document.addEventListener('visibilitychange', look);

/** A page that stood open over midnight asks again: what is due, late or possible is not what it was yesterday. Answers how to stop. */
export const onNewDay = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
