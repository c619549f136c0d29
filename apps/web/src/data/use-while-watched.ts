import { useEffect, useState } from 'react';

/** Well within the half hour after which the platform signs somebody out: an open screen alone must not keep a session alive. */
const QUIET_MS = 10 * 60_000;

/**
 * Does something every so many milliseconds while the page is in sight and somebody has touched it in the last ten minutes;
 * at once when either comes back. Answers whether it goes on.
 */
export const useWhileWatched = (act: () => void, everyMs: number): boolean => {
  const [goesOn, setGoesOn] = useState(true);
  useEffect(() => {
    let touched = Date.now();
    let on = true;
    const turn = () => {
      const quiet = Date.now() - touched >= QUIET_MS;
      if (on === quiet) setGoesOn((on = !quiet));
      if (on && document.visibilityState === 'visible') act();
    };
    const touch = () => {
      touched = Date.now();
      if (!on) turn();
    };
    const seen = () => document.visibilityState === 'visible' && turn();
    const timer = setInterval(turn, everyMs);
    document.addEventListener('visibilitychange', seen);
    for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, touch);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
      for (const kind of ['pointerdown', 'keydown']) document.removeEventListener(kind, touch);
    };
  }, [act, everyMs]);
  return goesOn;
};
