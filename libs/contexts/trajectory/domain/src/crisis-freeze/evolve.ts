import { dayOf, type Uuid } from '@perspectief/kernel';
import type { EvolveOf } from '../track.js';
import type { CrisisFreezeEvent } from './events.js';
import { hasEnded } from './rules.js';
import type { CrisisFreezeState, Freeze, FreezePhase, SafetyTask, Threat } from './state.js';

type Evolve = EvolveOf<CrisisFreezeState, CrisisFreezeEvent>;

const withThreat = (state: CrisisFreezeState, threatId: Uuid, change: (threat: Threat) => Threat): CrisisFreezeState => ({
  ...state,
  threats: state.threats.map((threat) => (threat.threatId === threatId ? change(threat) : threat)),
});

const withFreeze = (state: CrisisFreezeState, freezeId: Uuid, change: (freeze: Freeze) => Freeze): CrisisFreezeState => ({
  ...state,
  freezes: state.freezes.map((freeze) => (freeze.freezeId === freezeId ? change(freeze) : freeze)),
});

const withTask = (state: CrisisFreezeState, taskId: Uuid, change: (task: SafetyTask) => SafetyTask): CrisisFreezeState => ({
  ...state,
  safetyTasks: state.safetyTasks.map((task) => (task.taskId === taskId ? change(task) : task)),
});

/** The same freeze in another phase, without what belonged to the one before. */
const inPhase = (
  { freezeId, instrument, threatId, debts, evidence, requestedOn, responses, monthsConfirmed, breaches }: Freeze,
  phase: FreezePhase,
): Freeze => ({
  freezeId,
  instrument,
  ...(threatId !== undefined && { threatId }),
  debts,
  evidence,
  requestedOn,
  responses,
  monthsConfirmed,
  breaches,
  ...phase,
});

const ended = (freeze: Freeze, how: 'lifted' | 'expired', endedOn: string): Freeze => {
  if (freeze.phase === 'interim') return inPhase(freeze, { phase: 'lifted', endedOn, interimOn: freeze.interimOn });
  if (freeze.phase !== 'running') return freeze;
  const { decidedOn, from, until, conditions } = freeze;
  return inPhase(freeze, { phase: how, endedOn, decidedOn, from, until, conditions });
};

const evolveThreats: Pick<Evolve, 'ThreatReported' | 'ThreatClosed' | 'ThreatPostponed'> = {
  ThreatReported: (state, { data, happenedOn }) => ({
    ...state,
    threats: [...state.threats, { ...data, reportedOn: dayOf(happenedOn), phase: 'open' }],
  }),
  ThreatClosed: (state, { data: { threatId, how }, happenedOn }) =>
    withThreat(state, threatId, (threat) => ({ ...threat, phase: how, closedOn: dayOf(happenedOn) })),
  ThreatPostponed: (state, { data: { threatId, threatensOn } }) =>
    withThreat(state, threatId, (threat) => ({ ...threat, threatensOn })),
};

const evolveDecision: Pick<Evolve, 'FreezeRequested' | 'InterimOrderIssued' | 'FreezeGranted' | 'FreezeDenied'> = {
  FreezeRequested: (state, { data: { freezeId, threatId, instrument, debts, until, evidence }, happenedOn }) => {
    const facts = { freezeId, threatId, instrument, debts, evidence, requestedOn: dayOf(happenedOn) };
    const freeze: Freeze = { ...facts, responses: [], monthsConfirmed: [], breaches: [], phase: 'requested', until };
    return { ...state, freezes: [...state.freezes, freeze] };
  },
  InterimOrderIssued: (state, { data: { freezeId }, happenedOn }) =>
    withFreeze(state, freezeId, (freeze) =>
      freeze.phase === 'requested'
        ? inPhase(freeze, { phase: 'interim', until: freeze.until, interimOn: dayOf(happenedOn) })
        : freeze,
    ),
  FreezeGranted: (state, { data: { freezeId, from, until, conditions }, happenedOn }) =>
    withFreeze(state, freezeId, (freeze) =>
      inPhase(freeze, { phase: 'running', decidedOn: dayOf(happenedOn), from, until, conditions }),
    ),
  FreezeDenied: (state, { data: { freezeId, grounds }, happenedOn }) =>
    withFreeze(state, freezeId, (freeze) => inPhase(freeze, { phase: 'denied', decidedOn: dayOf(happenedOn), grounds })),
};

const evolveDuties: Pick<Evolve, 'CreditorResponded' | 'CurrentCostsConfirmed' | 'FreezeBreached'> = {
  CreditorResponded: (state, { data: { freezeId, debtId, response }, happenedOn }) =>
    withFreeze(state, freezeId, (freeze) => ({
      ...freeze,
      responses: [
        ...freeze.responses.filter((earlier) => earlier.debtId !== debtId),
        { debtId, response, on: dayOf(happenedOn) },
      ],
    })),
  CurrentCostsConfirmed: (state, { data: { freezeId, month } }) =>
    withFreeze(state, freezeId, (freeze) => ({ ...freeze, monthsConfirmed: [...freeze.monthsConfirmed, month] })),
  FreezeBreached: (state, { data: { freezeId, what, debtId }, happenedOn }) =>
    withFreeze(state, freezeId, (freeze) => ({
      ...freeze,
      breaches: [...freeze.breaches, { what, on: dayOf(happenedOn), ...(debtId !== undefined && { debtId }) }],
    })),
};

export const evolveCrisisFreeze: Evolve = {
  ...evolveThreats,
  ...evolveDecision,
  ...evolveDuties,
  FreezeExtended: (state, { data: { freezeId, until } }) =>
    withFreeze(state, freezeId, (freeze) => (freeze.phase === 'running' ? { ...freeze, until } : freeze)),
  FreezeLifted: (state, { data: { freezeId }, happenedOn }) =>
    withFreeze(state, freezeId, (freeze) => ended(freeze, 'lifted', dayOf(happenedOn))),
  FreezeExpired: (state, { data: { freezeId }, happenedOn }) =>
    withFreeze(state, freezeId, (freeze) => ended(freeze, 'expired', dayOf(happenedOn))),
  CourtReportSent: (state, { data: { freezeId }, happenedOn }) =>
    withFreeze(state, freezeId, (freeze) => (hasEnded(freeze) ? { ...freeze, courtReportedOn: dayOf(happenedOn) } : freeze)),
  SafetyTaskOpened: (state, { data, happenedOn }) => ({
    ...state,
    safetyTasks: [...state.safetyTasks, { ...data, openedOn: dayOf(happenedOn), phase: 'open' }],
  }),
  SafetyTaskClosed: (state, { data: { taskId }, happenedOn }) =>
    withTask(state, taskId, (task) => ({ ...task, phase: 'closed', closedOn: dayOf(happenedOn) })),
};
