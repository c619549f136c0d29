import type { z } from 'zod';
import { eventsByContext, openPlatform, type Platform } from '@perspectief/assembly';
import { throwAwayDatabase } from '@perspectief/database/testing';
import { householdOwner } from '@perspectief/household-api';
import { accept, deriveId, isPersonal, type AnyCommand, type AnyEvent } from '@perspectief/kernel';
import { pooledBudgetOwner } from '@perspectief/pooled-budget-api';
import { Keys, keysInMemory, readKeyRing } from '@perspectief/privacy';
import { asAnyOwner, CommandPath, StandingClock, type AnyStreamOwner } from '@perspectief/runtime';
import { trajectoryOwner } from '@perspectief/trajectory-api';

const actor = { id: 'coach-1', role: 'neighbourhood-coach' };
const EVENT = deriveId('canary', 'thing');

/** A word that stands nowhere else, for each personal field of each event type. */
export class Canaries {
  readonly words: string[] = [];

  constructor(private readonly brood: string) {}

  /** Data of this schema; ids are all alike, so that later events are about what earlier ones made. */
  sample(schema: z.ZodType, name: string, personal = false): unknown {
    const inside = personal || isPersonal(schema);
    const { def } = schema as unknown as { def: Record<string, never> & { type: string } };
    const { type } = def;
    if (type === 'optional' || type === 'nullable') return this.sample((schema as z.ZodOptional<z.ZodType>).unwrap(), name, inside);
    if (type === 'object')
      return Object.fromEntries(Object.entries((schema as z.ZodObject).shape).map(([key, part]) => [key, this.sample(part as z.ZodType, `${name} ${key}`, inside)]));
    if (type === 'array') return [this.sample((schema as z.ZodArray<z.ZodType>).element, name, inside)];
    if (type === 'enum') return (schema as z.ZodEnum).options[0];
    if (type === 'number') return 3;
    if (type === 'boolean') return true;
    if (schema.safeParse(EVENT).success && !schema.safeParse('x').success) return EVENT;
    const isDay = !schema.safeParse('x').success;
    if (!inside) return isDay ? '2024-01-12' : name.endsWith('municipality') ? 'groningen' : '3';
    return this.word(isDay);
  }

  private word(isDay: boolean): string {
    const n = this.words.length;
    const word = isDay ? `19${String(10 + (n % 80))}-0${1 + (n % 9)}-2${n % 9}` : `${this.brood}${n}kanarie`;
    this.words.push(word);
    return word;
  }
}

/** An owner that decides nothing: what it is told, happened. */
const listening = (owner: AnyStreamOwner): AnyStreamOwner => ({
  ...owner,
  internal: [`Tell ${owner.category}`],
  inputs: {},
  decider: { ...owner.decider, decide: ({ data }: AnyCommand) => accept(...(data as { events: readonly AnyEvent[] }).events) },
  municipalityOf: () => 'groningen',
});

/** Nobody's: another process of a test may have them too. */
export const masterKeys = `test:${Buffer.alloc(32, 9).toString('base64')}`;

export const ids = { householdId: EVENT, trajectoryId: EVENT, budgetId: EVENT };

/** A platform whose log holds one household with every event that there is, and a word in every personal field; as it was before sealing, if wanted. */
export const toldPlatform = async (brood: string, { sealed = true } = {}) => {
  const database = await throwAwayDatabase();
  const masters = keysInMemory(readKeyRing(masterKeys));
  const platform: Platform = await openPlatform({ databaseUrl: database.url, keys: masters, poolSize: 6 });
  const keys = await Keys.open(platform.database, masters);
  const nobody = { people: async () => [], runningTandems: async () => 0 };
  const owners = [asAnyOwner(householdOwner()), asAnyOwner(trajectoryOwner(nobody)), asAnyOwner(pooledBudgetOwner(nobody))].map(listening);
  const path = new CommandPath(platform.store, owners, new StandingClock('2024-01-13T10:00:00.000Z'), sealed ? keys : undefined);
  const canaries = new Canaries(brood);
  const tell = async (category: string, type: string, data: object): Promise<void> => {
    const commandId = deriveId('told', category, type);
    const answer = await path.send({ type: `Tell ${category}`, data: { ...ids, events: [{ type, data }] }, commandId, happenedOn: '2024-01-12', actor });
    if ('refused' in answer) throw new Error(`${type}: ${answer.refused.code}`);
  };
  const last = new Set(['HouseholdErased', 'LawDataErased', 'TrajectoryClosed', 'YearClosed', 'HouseholdRestricted']);
  for (const [context, category] of [['household', 'household'], ['trajectory', 'trajectory'], ['pooled-budget', 'pooledBudget']] as const) {
    const types = Object.entries(eventsByContext[context] ?? {}).sort(([one], [other]) => Number(last.has(one)) - Number(last.has(other)));
    for (const [type, { schema }] of types) if (!type.endsWith('Erased')) await tell(category, type, canaries.sample(schema, type) as object);
  }
  const close = async (): Promise<void> => {
    await platform.close();
    await database.drop();
  };
  return { platform, url: database.url, words: canaries.words, close };
};
export type ToldPlatform = Awaited<ReturnType<typeof toldPlatform>>;
