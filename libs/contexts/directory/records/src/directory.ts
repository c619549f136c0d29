import { In, type DataSource } from 'typeorm';
import { AreaRow, PersonRow, TeamRow } from './entities.js';
import type { Area, Person, Team } from './person.js';

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
});

const personOf = (row: PersonRow): Person => ({
  id: row.id,
  municipality: row.municipality,
  role: row.role,
  name: row.name,
  active: row.active,
  ...(row.qualification !== null && { qualification: row.qualification }),
  ...(row.secrecySignedOn !== null && { secrecySignedOn: row.secrecySignedOn }),
  ...(row.conductCertificateOn !== null && { conductCertificateOn: row.conductCertificateOn }),
  ...(row.capacity !== null && { capacity: row.capacity }),
  ...(row.area !== null && { area: row.area }),
  ...(row.team !== null && { team: row.team }),
});

/** People, areas and teams: ordinary records, put in place of what stood there. */
export class Directory {
  constructor(private readonly database: DataSource) {}

  async put(person: Person): Promise<void> {
    await this.database.getRepository(PersonRow).upsert(rowOf(person), ['id']);
  }

  /** Those that it knows of these ids; who left the service is still found, for the past names them. */
  async find(ids: readonly string[]): Promise<Person[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.getRepository(PersonRow).findBy({ id: In([...new Set(ids)]) });
    return rows.map(personOf);
  }

  async all(municipality?: string): Promise<Person[]> {
    const rows = await this.database.getRepository(PersonRow).find({
      ...(municipality === undefined ? {} : { where: { municipality } }),
      order: { id: 'ASC' },
    });
    return rows.map(personOf);
  }

  async putArea(area: Area): Promise<void> {
    await this.database.getRepository(AreaRow).upsert({ ...area }, ['code', 'municipality']);
  }

  async areas(): Promise<Area[]> {
    return this.database.getRepository(AreaRow).find({ order: { municipality: 'ASC', code: 'ASC' } });
  }

  async putTeam(team: Team): Promise<void> {
    await this.database.getRepository(TeamRow).upsert({ ...team }, ['id']);
  }

  async teams(): Promise<Team[]> {
    return this.database.getRepository(TeamRow).find({ order: { municipality: 'ASC', id: 'ASC' } });
  }
}
