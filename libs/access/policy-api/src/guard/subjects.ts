import { fileSubject, type CaseworkAction as Action, type Demand, type Details, type File, type FileReader, type Named, type SeenStream, type Subject } from '@perspectief/access';
import { dayOfMoment, isUuid, type BusinessDate, type Domain, type Uuid } from '@perspectief/kernel';

export type Arguments = Readonly<Record<string, unknown>>;

/** One thing that an argument names, as far as it is known. */
export interface Found {
  readonly named: Named;
  readonly argument: string;
  readonly id: string;
  /** Undefined for what is not there. */
  readonly subject: Subject | undefined;
  readonly file?: File | undefined;
  /** What has to be so in the log for this to be true; undefined for what was read there just now. */
  readonly seen?: readonly SeenStream[] | undefined;
}

/** Where facts come from. `memory`: as this process knows them, where it does, to be borne out by the log before anything is told. */
export type FactsFrom = 'memory' | 'log';

/** What a question or command names, and who asks. */
export interface About {
  readonly action: Action;
  readonly args: Arguments;
  readonly municipality: () => Promise<string>;
  readonly from: FactsFrom;
}

export type Gathered = { readonly malformed: string } | { readonly found: readonly Found[] };

const today = (): BusinessDate => dayOfMoment(new Date().toISOString());

const detailsIn = ({ applicationId, law, actionId, storyId }: Arguments, action: Action): Details => ({
  applicationId: applicationId as Uuid | undefined,
  actionId: actionId as Uuid | undefined,
  storyId: storyId as Uuid | undefined,
  ...(action === 'ReceiveApplication' && { law: law as Domain }),
});

/** Looks up what a question or command is about. Answers the same for what is not there and for what nobody may know of. */
export class Subjects {
  constructor(private readonly files: FileReader) {}

  async of(demand: Extract<Demand, { about: unknown }>, about: About): Promise<Gathered> {
    const { args } = about;
    const asked = demand.about.filter(([, argument]) => args[argument] != null || !demand.optional?.includes(argument));
    const malformed = asked.find(([named, argument]) => (named === 'place' ? typeof args[argument] !== 'string' : !isUuid(args[argument])));
    if (malformed) return { malformed: malformed[1] };
    return { found: await Promise.all(asked.map(([named, argument]) => this.find(named, argument, String(args[argument]), about))) };
  }

  private async find(named: Named, argument: string, id: string, about: About): Promise<Found> {
    const shared = { named, argument, id };
    if (named === 'place') return { ...shared, subject: await placeOf(id, about) };
    if (named === 'pot') return { ...shared, subject: await this.pot(id) };
    if (named === 'request') return { ...shared, ...(await this.request(id, about)) };
    const { file, seen } = await this.file(named, id, about.from);
    return { ...shared, file, seen, subject: file && { kind: 'file', facts: fileSubject(file, today(), detailsIn(about.args, about.action)) } };
  }

  /** A file or a pot by itself, as it stands now. */
  async named(named: 'file' | 'pot', id: Uuid): Promise<Subject | undefined> {
    if (named === 'pot') return this.pot(id);
    const file = await this.files.file(id);
    return file && { kind: 'file', facts: fileSubject(file, today()) };
  }

  async pot(id: Uuid): Promise<Subject | undefined> {
    const facts = await this.files.pot(id);
    return facts && { kind: 'pot', facts };
  }

  private async file(named: 'home' | 'file', id: Uuid, from: FactsFrom): Promise<Pick<Found, 'file' | 'seen'>> {
    const known = from === 'log' ? undefined : named === 'home' ? this.files.knownHome(id) : this.files.knownFile(id);
    return known ?? { file: await (named === 'home' ? this.files.home(id) : this.files.file(id)) };
  }

  private async request(id: Uuid, { args: { budgetId }, from }: About): Promise<Pick<Found, 'file' | 'seen' | 'subject'>> {
    const asked = await this.files.asked(id, isUuid(budgetId) ? (budgetId as Uuid) : undefined);
    const [pot, { file, seen } = {}] = asked ? await Promise.all([this.files.pot(asked.budgetId), this.file('file', asked.trajectoryId, from)]) : [];
    if (!asked || !pot || !file) return { subject: undefined };
    const { householdId, coaches, members, restricted, named } = fileSubject(file, today());
    const facts = { ...asked, municipality: pot.municipality, areas: pot.areas, householdId, coaches, members, restricted, named };
    return { file, seen, subject: { kind: 'request', facts } };
  }
}

/** A household is registered where it says; all else is opened in the municipality of whoever opens it. */
const placeOf = async (area: string, { action, args, municipality }: About): Promise<Subject> => ({
  kind: 'place',
  facts: { areas: [area], municipality: action === 'RegisterHousehold' ? String(args['municipality']) : await municipality() },
});
