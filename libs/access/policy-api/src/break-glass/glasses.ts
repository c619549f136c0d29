import { deriveId, type Instant, type KeyHolder, type Uuid } from '@perspectief/kernel';
import { announceChange, type Change } from '@perspectief/runtime';
import type { DataSource, EntityManager } from 'typeorm';

/** An emergency access: it ends by itself. The reason is sealed with the household's key. */
export interface Glass {
  readonly glassId: Uuid;
  readonly householdId: Uuid;
  readonly personId: string;
  readonly role: string;
  readonly municipality: string;
  readonly reason: string;
  readonly brokenAt: Instant;
  readonly endsAt: Instant;
  /** The officer who looked whether it was right; none yet. */
  readonly reviewedBy: string | null;
  readonly reviewedAt: Instant | null;
}

/** What changes of the lists are called in the feed; of each municipality by its name. */
export const BREAK_GLASS = 'break-glass';

const changeIn = (municipality: string): Change => ({ projection: BREAK_GLASS, position: '', streams: [municipality] });

const HOURS = 3;

type Written = Omit<Glass, 'brokenAt' | 'endsAt' | 'reviewedBy' | 'reviewedAt'>;
type Broken = Omit<Written, 'glassId'>;

const COLUMNS = `glass_id as "glassId", household_id as "householdId", person_id as "personId", role, municipality, reason,
  broken_at as "brokenAt", ends_at as "endsAt", reviewed_by as "reviewedBy", reviewed_at as "reviewedAt"`;

interface Open {
  readonly id: Uuid;
  readonly endsAt: Date;
}

/** Milliseconds that the open glasses of a person are kept, and of how many people. */
const KEPT_FOR = 5_000;
const MOST = 2_000;

interface Row extends Omit<Glass, 'brokenAt' | 'endsAt' | 'reviewedAt'> {
  readonly brokenAt: Date;
  readonly endsAt: Date;
  readonly reviewedAt: Date | null;
}

const glassOf = ({ brokenAt, endsAt, reviewedAt, ...glass }: Row): Glass => ({
  ...glass,
  ...{ brokenAt: brokenAt.toISOString(), endsAt: endsAt.toISOString(), reviewedAt: reviewedAt?.toISOString() ?? null },
});

export interface GlassesQuestion {
  readonly municipality: string;
  /** Only those that no officer looked at yet. */
  readonly toReview: boolean;
  readonly first: number;
  /** Time and id of the last one of the page before. */
  readonly before?: readonly [brokenAt: Instant, glassId: Uuid] | undefined;
}

export type Reviewed = 'reviewed' | 'repeated' | 'unknown' | 'own';

/** Who broke which glass, and until when it stays open. */
export class Glasses {
  private readonly open = new Map<string, { readonly glasses: Promise<readonly Open[]>; readonly until: number }>();

  constructor(
    private readonly database: DataSource,
    private readonly keys: Pick<KeyHolder, 'seal'>,
    /** Milliseconds since 1970. */
    private readonly now: () => number = Date.now,
  ) {}

  /** Sent twice it is once. False when the id was used for another household or by another person. */
  async break(glass: Broken, commandId: Uuid): Promise<{ readonly stands: boolean; readonly repeated: boolean }> {
    const glassId = Glasses.idOf(commandId);
    const reason = await this.sealed(glass, glassId);
    const written = await this.database.transaction((manager) => this.write({ ...glass, glassId, reason }, manager));
    this.open.delete(glass.personId);
    if (written) return { stands: true, repeated: false };
    const same = (await this.database.query(`select 1 from access.break_glass where glass_id = $1 and household_id = $2 and person_id = $3`, [
      ...[glassId, glass.householdId, glass.personId],
    ])) as unknown[];
    return { stands: same.length > 0, repeated: true };
  }

  private async sealed({ householdId, reason }: Broken, glassId: Uuid): Promise<string> {
    const seal = { householdId, scope: 'common', stream: `household-${householdId}`, eventId: glassId, path: 'reason' } as const;
    const [token] = await this.keys.seal([{ seal, text: reason }]);
    if (token === undefined) throw new Error('a reason was not sealed');
    return token;
  }

  /** Announced with the row: whoever oversees hears of it when it stands. */
  private async write(glass: Written, manager: EntityManager): Promise<boolean> {
    const written = (await manager.query(
      `insert into access.break_glass (glass_id, household_id, person_id, role, municipality, reason, broken_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, date_trunc('milliseconds', now()), date_trunc('milliseconds', now()) + interval '${HOURS} hours') on conflict (glass_id) do nothing returning glass_id`,
      [glass.glassId, glass.householdId, glass.personId, glass.role, glass.municipality, glass.reason],
    )) as unknown[];
    if (written.length > 0) await announceChange(manager, changeIn(glass.municipality));
    return written.length > 0;
  }

  static idOf(commandId: Uuid): Uuid {
    return deriveId('break-glass', commandId);
  }

  /** What this person may see for now. Read again after five seconds, and at once after breaking one here; each ends on its minute. */
  async openOf(personId: string): Promise<readonly Uuid[]> {
    const now = this.now();
    const known = this.open.get(personId);
    const fresh = known && known.until > now ? known : { glasses: this.readOpen(personId), until: now + KEPT_FOR };
    if (fresh !== known) {
      if (this.open.size >= MOST) this.open.clear();
      this.open.set(personId, fresh);
      fresh.glasses.catch(() => this.open.delete(personId));
    }
    const glasses = await fresh.glasses;
    return [...new Set(glasses.flatMap(({ id, endsAt }) => (endsAt.getTime() > now ? [id] : [])))];
  }

  private async readOpen(personId: string): Promise<readonly Open[]> {
    const held = `select household_id as id, ends_at as "endsAt" from access.break_glass where person_id = $1 and ends_at > now()`;
    return (await this.database.query(held, [personId])) as Open[];
  }

  /** Said once, and never of one's own. */
  async review(householdId: Uuid, glassId: Uuid, personId: string): Promise<Reviewed> {
    return this.database.transaction(async (manager) => {
      const [glass] = (await manager.query(
        `select person_id as "brokenBy", reviewed_by as "reviewedBy", municipality from access.break_glass where glass_id = $1 and household_id = $2 for update`,
        [glassId, householdId],
      )) as { brokenBy: string; reviewedBy: string | null; municipality: string }[];
      if (!glass) return 'unknown';
      if (glass.brokenBy === personId) return 'own';
      if (glass.reviewedBy !== null) return 'repeated';
      await manager.query(`update access.break_glass set reviewed_by = $2, reviewed_at = date_trunc('milliseconds', now()) where glass_id = $1`, [glassId, personId]);
      await announceChange(manager, changeIn(glass.municipality));
      return 'reviewed';
    });
  }

  /** How many wait for an officer. */
  async countToReview(municipality: string): Promise<number> {
    const [row] = (await this.database.query(`select count(*)::int as waiting from access.break_glass where municipality = $1 and reviewed_at is null`, [municipality])) as { waiting: number }[];
    return row?.waiting ?? 0;
  }

  /** Newest first. */
  async page({ municipality, toReview, first, before }: GlassesQuestion): Promise<{ readonly items: readonly Glass[]; readonly hasNext: boolean }> {
    const rows = (await this.database.query(
      `select ${COLUMNS} from access.break_glass
        where municipality = $1 and ($2::timestamptz is null or (broken_at, glass_id) < ($2::timestamptz, $3::uuid)) and (not $5 or reviewed_at is null)
        order by broken_at desc, glass_id desc limit $4`,
      [municipality, before?.[0] ?? null, before?.[1] ?? null, first + 1, toReview],
    )) as Row[];
    return { items: rows.slice(0, first).map(glassOf), hasNext: rows.length > first };
  }
}
