import { accept, deriveId, type AnyCommand, type Refusal } from '@perspectief/kernel';
import { MemoryEventStore } from '@perspectief/event-store';
import { CommandPath, StandingClock, type AnyStreamOwner, type InputClass } from '@perspectief/runtime';

/** What became of the data: read as the domain's, or refused before any decision. */
export type Tried = { readonly data: object } | { readonly refused: Refusal };

/** Sends data through the one command path to a decider that decides nothing but tells what reached it. */
export const tryInput = async (Input: InputClass, data: unknown): Promise<Tried> => {
  let reached: object | undefined;
  const owner = {
    category: 'trial',
    idField: 'id',
    decider: {
      initial: {},
      evolve: (state: object) => state,
      decide: (command: AnyCommand) => {
        reached = command.data;
        return accept();
      },
    },
    events: {},
    inputs: { Try: Input },
    internal: [],
    gather: async () => undefined,
    municipalityOf: () => 'groningen',
    privacy: { householdOf: () => undefined, scopeOf: () => 'common' },
  } as unknown as AnyStreamOwner;
  const path = new CommandPath(new MemoryEventStore(), [owner], new StandingClock('2024-06-01T12:00:00.000Z'));
  const answer = await path.handle({ type: 'Try', data, commandId: deriveId('trial'), actor: { id: 'coach', role: 'neighbourhood-coach' } });
  if ('refused' in answer) return answer;
  if (!reached) throw new Error('the decider was not asked');
  return { data: reached };
};
