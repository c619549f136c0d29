import { dayOfMoment, type BusinessDate } from '@perspectief/kernel';
import { In, IsNull, LessThan, MoreThan, MoreThanOrEqual, type DataSource, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { AreaRow, PersonRow, TeamRow } from './entities.js';
import type { Area, Person, Team } from './person.js';
import type { Role } from './roles.js';

const rowOf = (person: Person): PersonRow => ({
  id: person.id,
  municipality: person.municipality,
  role: person.role,
  name: person.name,
  qualification: person.qualification ?? null,
  secrecySignedOn: person.secrecySignedOn ?? null,
  conductCertificateOn: person.conductCertificateOn ?? null,
  capacity: person.capacity ?? null,
  area: person.area ?? null,
  team: person.team ?? null,
  active: person.active ?? true,
  until: person.until ?? null,
});

/** A last day counts. */
const isActive = ({ active, until }: PersonRow, today: BusinessDate): boolean => active && (until === null || until >= today);

const personOf = (row: PersonRow, today: BusinessDate): Person => ({
  id: row.id,
  municipality: row.municipality,
  role: row.role,
  name: row.name,
  active: isActive(row, today),
  ...(row.qualification !== null && { qualification: row.qualification }),
  ...(row.secrecySignedOn !== null && { secrecySignedOn: row.secrecySignedOn }),
  ...(row.conductCertificateOn !== null && { conductCertificateOn: row.conductCertificateOn }),
  ...(row.capacity !== null && { capacity: row.capacity }),
  ...(row.area !== null && { area: row.area }),
  ...(row.team !== null && { team: row.team }),
  ...(row.until !== null && { until: row.until }),
});

/** What changes of people and teams are called where they are told. */
export const DIRECTORY_CHANGED = 'directory';

/** What is left out does not narrow. */
export interface PeopleFilter {
  readonly roles?: readonly Role[] | undefined;
  readonly municipality?: string | undefined;
  readonly area?: string | undefined;
  readonly team?: string | undefined;
  readonly active?: boolean | undefined;
}

export interface PeoplePage {
  readonly items: readonly Person[];
  readonly hasNext: boolean;
  readonly total: number;
}

/** Any of these: as `isActive`. */
const inService = (active: boolean | undefined, today: BusinessDate): readonly FindOptionsWhere<PersonRow>[] => {
  if (active === undefined) return [{}];
  return active ? [{ active, until: IsNull() }, { active, until: MoreThanOrEqual(today) }] : [{ active }, { until: LessThan(today) }];
};

const conditionsOf = ({ roles, active, ...rest }: PeopleFilter, today: BusinessDate): FindOptionsWhere<PersonRow>[] =>
  inService(active, today).map((service) => ({
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(roles && { role: In([...roles]) }),
    ...service,
  }));

/** People, areas and teams: ordinary records, put in place of what stood there. */
export class Directory {
  constructor(
    private readonly database: DataSource,
    /** Tells whoever remembers people and teams, with the change itself. */
    private readonly announce: (manager: EntityManager) => Promise<void> = async () => undefined,
    private readonly today: () => BusinessDate = () => dayOfMoment(new Date().toISOString()),
  ) {}

  async put(person: Person): Promise<void> {
    await this.change((manager) => manager.getRepository(PersonRow).upsert(rowOf(person), ['id']));
  }

  /** Those that it knows of these ids; who left the service is still found, for the past names them. */
  async find(ids: readonly string[]): Promise<Person[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.getRepository(PersonRow).findBy({ id: In([...new Set(ids)]) });
    return this.people(rows);
  }

  async all(municipality?: string): Promise<Person[]> {
    const rows = await this.database.getRepository(PersonRow).find({
      ...(municipality === undefined ? {} : { where: { municipality } }),
      order: { id: 'ASC' },
    });
    return this.people(rows);
  }

  /** People by id, from the one after `after`. */
  async page(filter: PeopleFilter, first: number, after?: string): Promise<PeoplePage> {
    const where = conditionsOf(filter, this.today());
    const repository = this.database.getRepository(PersonRow);
    const [rows, total] = await Promise.all([
      repository.find({ where: after === undefined ? where : where.map((one) => ({ ...one, id: MoreThan(after) })), order: { id: 'ASC' }, take: first + 1 }),
      repository.countBy(where),
    ]);
    return { items: this.people(rows.slice(0, first)), hasNext: rows.length > first, total };
  }

  async putArea(area: Area): Promise<void> {
    await this.database.getRepository(AreaRow).upsert({ ...area }, ['code', 'municipality']);
  }

  async areas(): Promise<Area[]> {
    return this.database.getRepository(AreaRow).find({ order: { municipality: 'ASC', code: 'ASC' } });
  }

  async putTeam(team: Team): Promise<void> {
    await this.change((manager) => manager.getRepository(TeamRow).upsert({ ...team }, ['id']));
  }

  async teams(): Promise<Team[]> {
    return this.database.getRepository(TeamRow).find({ order: { municipality: 'ASC', id: 'ASC' } });
  }

  private people(rows: readonly PersonRow[]): Person[] {
    const today = this.today();
    return rows.map((row) => personOf(row, today));
  }

  private async change(write: (manager: EntityManager) => Promise<unknown>): Promise<void> {
    await this.database.transaction(async (manager) => {
      await write(manager);
      await this.announce(manager);
    });
  }
}
