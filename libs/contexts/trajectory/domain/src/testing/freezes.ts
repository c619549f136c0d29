import type { CrisisFreezeCommand } from '../crisis-freeze/commands.js';
import { C1, register, type Step } from './debts.js';
import { idOf, opened, TRAJECTORY as trajectoryId } from './histories.js';

type DataOf<Type extends CrisisFreezeCommand['type']> = Extract<CrisisFreezeCommand, { type: Type }>['data'];
type Command = CrisisFreezeCommand;

export const EVICTION = idOf(41);
export const COLD = idOf(42);
export const FREEZE = idOf(51);
export const OTHER = idOf(52);

export const reportThreat = (
  threat: DataOf<'ReportThreat'>['threat'] = 'eviction',
  threatId = EVICTION,
  debtId?: string,
): Command => ({
  type: 'ReportThreat',
  data: { trajectoryId, threatId, threat, threatensOn: '2024-02-01', debtId },
});
export const closeThreat = (how: 'averted' | 'carried-out' = 'averted', threatId = EVICTION): Command => ({
  type: 'CloseThreat',
  data: { trajectoryId, threatId, how },
});
export const postponeThreat = (threatensOn: string, threatId = EVICTION): Command => ({
  type: 'PostponeThreat',
  data: { trajectoryId, threatId, threatensOn },
});
export const request = (more: Partial<DataOf<'RequestFreeze'>> = {}): Command => ({
  type: 'RequestFreeze',
  data: { trajectoryId, freezeId: FREEZE, threatId: EVICTION, instrument: 'narrow-moratorium', debts: [], evidence: [], ...more },
});
export const interim = (freezeId = FREEZE): Command => ({ type: 'RecordInterimOrder', data: { trajectoryId, freezeId } });
export const grant = (more: Partial<DataOf<'GrantFreeze'>> = {}): Command => ({
  type: 'GrantFreeze',
  data: { trajectoryId, freezeId: FREEZE, from: '2024-01-12', until: '2024-07-12', conditions: ['current-rent'], ...more },
});
export const deny = (freezeId = FREEZE): Command => ({
  type: 'DenyFreeze',
  data: { trajectoryId, freezeId, grounds: ['rent-unpaid'] },
});
export const respond = (debtId: string, response: 'accepted' | 'refused' = 'accepted', freezeId = FREEZE): Command => ({
  type: 'RecordCreditorResponse',
  data: { trajectoryId, freezeId, debtId, response },
});
export const confirmCosts = (month: string, freezeId = FREEZE): Command => ({
  type: 'ConfirmCurrentCostsPaid',
  data: { trajectoryId, freezeId, month },
});
export const breach = (more: Partial<DataOf<'ReportBreach'>> = {}): Command => ({
  type: 'ReportBreach',
  data: { trajectoryId, freezeId: FREEZE, what: 'current-costs-unpaid', ...more },
});
export const extend = (until: string, freezeId = FREEZE): Command => ({
  type: 'ExtendFreeze',
  data: { trajectoryId, freezeId, until },
});
export const lift = (freezeId = FREEZE): Command => ({
  type: 'LiftFreeze',
  data: { trajectoryId, freezeId, reason: 'schulden afgekocht' },
});
export const expire = (freezeId = FREEZE): Command => ({ type: 'ExpireFreeze', data: { trajectoryId, freezeId } });
export const reportToCourt = (freezeId = FREEZE): Command => ({ type: 'ReportToCourt', data: { trajectoryId, freezeId } });

export const threatened: readonly Step[] = [
  opened,
  ['2024-01-08', register(C1, 284_637, { kind: 'housing' })],
  ['2024-01-09', reportThreat()],
];
export const requested: readonly Step[] = [...threatened, ['2024-01-10', request()]];
export const granted: readonly Step[] = [...requested, ['2024-01-12', grant()]];
