import type { BusinessDate } from '@perspectief/kernel';
import type { CrisisFreezeState, Freeze } from '../crisis-freeze/state.js';
import type { Counted } from './clock.js';

type Ended = Extract<Freeze, { phase: 'lifted' | 'expired'; decidedOn: BusinessDate }>;

const hasEnded = (freeze: Freeze): freeze is Ended =>
  (freeze.phase === 'lifted' || freeze.phase === 'expired') && 'decidedOn' in freeze;

/** An expired freeze held until its last day, although the clock says so the day after. */
const lastDay = (freeze: Ended): BusinessDate => (freeze.phase === 'expired' ? (freeze.until ?? freeze.endedOn) : freeze.endedOn);

/** FR-10: after a granted narrow freeze the court is told how it went. */
export const courtReportClocks = ({ freezes }: CrisisFreezeState): readonly Counted[] =>
  freezes.filter(hasEnded).flatMap((freeze) =>
    freeze.instrument === 'narrow-moratorium'
      ? [
          {
            about: { freeze: freeze.freezeId },
            term: { rule: 'freeze-report-to-court', startedOn: lastDay(freeze), metOn: freeze.courtReportedOn },
          },
        ]
      : [],
  );
