import { Directory, type Person } from '@perspectief/directory';
import { dayOfMoment, type Refusal } from '@perspectief/kernel';
import { ReaderLog } from '@perspectief/reader-log';
import type { PutAreaInput, PutPersonInput, PutTeamInput } from './directory.inputs.js';
import { refusalOfArea, refusalOfPerson, refusalOfTeam, type Standing } from './rules.js';

/** What the directory calls a resident: the name itself stands in the file, encrypted. */
const RESIDENT = 'Inwoner';

/** More than any municipality has. */
const MOST_OFFICERS = 500;

/** Work on the directory: checked, written to the reader log, then done. Answers a refusal, or nothing when it was done. */
export class Administration {
  constructor(
    private readonly directory: Directory,
    private readonly log: ReaderLog,
    private readonly now: () => string = () => new Date().toISOString(),
  ) {}

  async putPerson(administrator: Person, input: PutPersonInput): Promise<Refusal | undefined> {
    const [before] = await this.directory.find([input.id]);
    const { items: officers } = await this.directory.page({ roles: ['privacy-officer'], municipality: administrator.municipality, active: true }, MOST_OFFICERS);
    const refusal = refusalOfPerson(input, await this.standing(administrator, before), officers);
    if (refusal) return refusal;
    await this.told(administrator, 'PutPerson', input.id);
    await this.directory.put({ ...input, name: input.name ?? RESIDENT, municipality: administrator.municipality });
    return undefined;
  }

  async putTeam(administrator: Person, input: PutTeamInput): Promise<Refusal | undefined> {
    const teams = await this.directory.teams();
    const refusal = refusalOfTeam(input, await this.standing(administrator, teams.find(({ id }) => id === input.id)));
    if (refusal) return refusal;
    await this.told(administrator, 'PutTeam', input.id);
    await this.directory.putTeam({ ...input, municipality: administrator.municipality });
    return undefined;
  }

  async putArea(administrator: Person, input: PutAreaInput): Promise<Refusal | undefined> {
    const refusal = refusalOfArea(input);
    if (refusal) return refusal;
    await this.told(administrator, 'PutArea', input.code);
    await this.directory.putArea({ ...input, municipality: administrator.municipality });
    return undefined;
  }

  private async standing(administrator: Person, before: { readonly municipality: string } | undefined): Promise<Standing> {
    const [areas, teams] = await Promise.all([this.directory.areas(), this.directory.teams()]);
    return { administrator, today: dayOfMoment(this.now()), areas, teams, before };
  }

  private told({ id, role }: Person, what: string, about: string): Promise<void> {
    return this.log.record({ person: { id, role }, action: 'write', what, householdIds: [], purpose: 'administration', about });
  }
}
