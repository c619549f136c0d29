import { categoryOf, idOfStream, type Recorded, type Uuid } from '@perspectief/kernel';
import type { Partitioning, Projection, ReadTables } from '@perspectief/runtime';
import { fileFacts, type File } from '../facts/file.js';
import type { HouseholdFacts } from '../facts/household-facts.js';
import { householdStream, trajectoryStream } from '../facts/streams.js';
import { foldFacts, type Facts } from '../facts/fold.js';
import type { TrajectoryFacts } from '../facts/trajectory-facts.js';
import { ASK, KEEP, OPEN_POTS, upsertOf } from './statements.js';

export const ACCESS_PROJECTION = 'access';

interface Known {
  readonly stream: string;
  readonly version: number;
  readonly facts: Facts;
}

type Streams = Map<string, Known>;

const knownOf = async (streams: readonly string[], tables: ReadTables): Promise<Streams> => {
  const rows = (await tables.query(`select stream, version, facts from access.streams where stream = any($1::text[])`, [streams])) as Known[];
  return new Map(rows.map((row) => [row.stream, row]));
};

const grouped = (events: readonly Recorded[]): ReadonlyMap<string, readonly Recorded[]> => {
  const streams = new Map<string, Recorded[]>();
  for (const event of events) {
    const known = streams.get(event.stream);
    if (known) known.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
};

const folded = (stream: string, events: readonly Recorded[], known: Known | undefined): Known | undefined => {
  const fresh = events.filter(({ streamVersion }) => streamVersion > (known?.version ?? 0));
  const facts = foldFacts(stream, fresh, known?.facts);
  return facts && { stream, facts, version: fresh.at(-1)?.streamVersion ?? known?.version ?? 0 };
};

const householdOf = ({ stream, facts }: Known): Uuid =>
  categoryOf(stream) === 'household' ? idOfStream(stream) : (facts as TrajectoryFacts).householdId;

/** The file of a household, as far as its streams are known. */
const homeOf = (householdId: Uuid, streams: Streams): File | undefined => {
  const household = streams.get(householdStream(householdId))?.facts as HouseholdFacts | undefined;
  if (!household) return undefined;
  const trajectories = household.trajectories.flatMap((id) => (streams.get(trajectoryStream(id))?.facts as TrajectoryFacts | undefined) ?? []);
  return { household, trajectories: trajectories.filter((trajectory) => trajectory.householdId === householdId) };
};

/** One row for each household and each trajectory, of which a list asks who may see it; rows are made of the facts that single checks use. */
class AccessProjection implements Projection {
  readonly name = ACCESS_PROJECTION;
  readonly version = 2;
  readonly categories = ['household', 'trajectory', 'pooledBudget'];
  readonly tables = ['access.streams', 'access.homes', 'access.files', 'access.pots', 'access.asked'];
  readonly partitioning: Partitioning = { by: 'nothing', because: 'who may see a file follows from the streams of its household and of all its trajectories' };

  async apply(events: readonly Recorded[], tables: ReadTables): Promise<void> {
    await this.pots(events, tables);
    const changes = grouped(events.filter(({ stream }) => categoryOf(stream) !== 'pooledBudget'));
    if (changes.size === 0) return;
    const streams = await knownOf([...changes.keys()], tables);
    const changed = [...changes].flatMap(([stream, facts]) => folded(stream, facts, streams.get(stream)) ?? []);
    for (const known of changed) streams.set(known.stream, known);
    if (changed.length > 0) await tables.query(KEEP, [JSON.stringify(changed)]);
    await this.rows([...new Set(changed.map(householdOf))], streams, tables);
  }

  private async rows(householdIds: readonly Uuid[], streams: Streams, tables: ReadTables): Promise<void> {
    await this.addMissing(householdIds.map(householdStream), streams, tables);
    const claimed = householdIds.flatMap((id) => (streams.get(householdStream(id))?.facts as HouseholdFacts | undefined)?.trajectories ?? []);
    await this.addMissing(claimed.map(trajectoryStream), streams, tables);
    const homes = householdIds.flatMap((id) => homeOf(id, streams) ?? []);
    const files = homes.flatMap(({ household, trajectories }) =>
      trajectories.map((one) => ({ trajectoryId: one.trajectoryId, ...fileFacts({ household, trajectories: [one] }) })),
    );
    if (homes.length > 0) await tables.query(upsertOf('homes', 'householdId'), [JSON.stringify(homes.map(fileFacts))]);
    if (files.length > 0) await tables.query(upsertOf('files', 'trajectoryId'), [JSON.stringify(files)]);
  }

  private async addMissing(wanted: readonly string[], streams: Streams, tables: ReadTables): Promise<void> {
    const missing = wanted.filter((stream) => !streams.has(stream));
    if (missing.length === 0) return;
    for (const [stream, known] of await knownOf(missing, tables)) streams.set(stream, known);
  }

  private async pots(events: readonly Recorded[], tables: ReadTables): Promise<void> {
    const opened = events.filter(({ type }) => type === 'BudgetOpened').map(({ data, municipality }) => ({ ...data, municipality }));
    const asked = events.filter(({ type }) => type === 'SpendingRequested').map(({ data, stream }) => ({ ...data, budgetId: idOfStream(stream) }));
    if (opened.length > 0) await tables.query(OPEN_POTS, [JSON.stringify(opened)]);
    if (asked.length > 0) await tables.query(ASK, [JSON.stringify(asked)]);
  }
}

export const accessProjection = (): Projection => new AccessProjection();
