import { useCallback, useMemo, useRef, useState } from 'react';
import type { Says } from '@perspectief/ui';
import { useCommand } from '../../data/data-provider';

export type Stop =
  | { readonly phase: 'ready' | 'sending' | 'failed' }
  /** `reported`: the threat is known and its clock runs, but the freeze was not asked for. */
  | { readonly phase: 'refused'; readonly sentence: Says; readonly reported: boolean }
  | { readonly phase: 'done'; readonly threatId: string; readonly freezeId: string; readonly kept: boolean };

export interface StopInput {
  readonly threat: string;
  readonly threatensOn: string;
  readonly debts: readonly string[];
  readonly instrument: string;
}

/** Reports the threat and asks for the freeze: two commands, each once, however often the button is pressed. */
export const useStop = (trajectoryId: string) => {
  const sendCommand = useCommand();
  const [stop, setStop] = useState<Stop>({ phase: 'ready' });
  const ids = useMemo(() => ({ threatId: crypto.randomUUID(), freezeId: crypto.randomUUID() }), []);
  const reported = useRef(false);
  const press = useCallback(
    async ({ threat, threatensOn, debts, instrument }: StopInput) => {
      setStop({ phase: 'sending' });
      if (!reported.current) {
        const outcome = await sendCommand('reportThreat', { trajectoryId, threatId: ids.threatId, threat, threatensOn });
        if (outcome.phase === 'failed') return setStop({ phase: 'failed' });
        if (outcome.phase === 'refused') return setStop({ phase: 'refused', sentence: outcome.sentence, reported: false });
        reported.current = true;
      }
      const outcome = await sendCommand('requestFreeze', { trajectoryId, freezeId: ids.freezeId, threatId: ids.threatId, instrument, debts: [...debts], evidence: [] });
      if (outcome.phase === 'failed') return setStop({ phase: 'failed' });
      if (outcome.phase === 'refused') return setStop({ phase: 'refused', sentence: outcome.sentence, reported: true });
      return setStop({ phase: 'done', ...ids, kept: outcome.phase === 'kept' });
    },
    [sendCommand, trajectoryId, ids],
  );
  return { stop, press };
};
