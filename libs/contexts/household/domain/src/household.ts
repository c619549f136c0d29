import { inTheFuture, isRefused, refuse, unless, type CommandMeta, type Decider } from '@perspectief/kernel';
import type { DataOf, HouseholdCommand } from './commands.js';
import type { HouseholdContext } from './context.js';
import { handlers, type HouseholdDecision } from './decide.js';
import type { HouseholdEvent } from './events.js';
import { evolveHousehold } from './evolve.js';
import type { HouseholdState, RegisteredHousehold } from './state.js';

type Handler = (data: object, household: RegisteredHousehold, context: HouseholdContext, meta: CommandMeta) => HouseholdDecision;

const register = (data: DataOf<'RegisterHousehold'>, state: HouseholdState, meta: CommandMeta): HouseholdDecision =>
  unless(
    [
      state.phase !== 'none' && { code: 'HOUSEHOLD_EXISTS', field: 'householdId' },
      inTheFuture(meta) && { code: 'IN_THE_FUTURE', field: 'happenedOn' },
    ],
    () => [{ type: 'HouseholdRegistered', data }],
  );

const aboutIds = (code: string): boolean => code.startsWith('UNKNOWN_') || code.endsWith('_EXISTS');

/** What the household holds against ids comes before the date, and the date before all else. */
const datedAfterIds = (decision: HouseholdDecision, meta: CommandMeta): HouseholdDecision =>
  inTheFuture(meta) && !(isRefused(decision) && aboutIds(decision.refused.code))
    ? refuse('IN_THE_FUTURE', { field: 'happenedOn' })
    : decision;

export const householdDecider: Decider<HouseholdState, HouseholdCommand, HouseholdEvent, HouseholdContext> = {
  initial: { phase: 'none' },
  evolve: evolveHousehold,
  decide: (command, state, meta, context) => {
    if (state.phase === 'erased') return refuse('HOUSEHOLD_ERASED', { field: 'householdId' });
    if (command.type === 'RegisterHousehold') return register(command.data, state, meta);
    if (state.phase === 'none') return refuse('UNKNOWN_HOUSEHOLD', { field: 'householdId' });
    return datedAfterIds((handlers[command.type] as Handler)(command.data, state, context, meta), meta);
  },
};
