import { fileSubject, type Action, type Demand, type Details, type File, type FileReader, type Named, type Subject } from '@perspectief/access';
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

  async of(action: Action, demand: Extract<Demand, { about: unknown }>, args: Arguments, municipality: () => Promise<string>): Promise<Gathered> {
    const asked = demand.about.filter(([, argument]) => args[argument] != null || !demand.optional?.includes(argument));
    const malformed = asked.find(([named, argument]) => (named === 'place' ? typeof args[argument] !== 'string' : !isUuid(args[argument])));
    if (malformed) return { malformed: malformed[1] };
    return { found: await Promise.all(asked.map(([named, argument]) => this.find(named, argument, String(args[argument]), { action, args, municipality }))) };
  }

  private async find(named: Named, argument: string, id: string, about: { action: Action; args: Arguments; municipality: () => Promise<string> }): Promise<Found> {
    const shared = { named, argument, id };
    if (named === 'place') return { ...shared, subject: await placeOf(id, about) };
    if (named === 'pot') return { ...shared, subject: await this.pot(id) };
    if (named === 'request') return { ...shared, ...(await this.request(id, about.args)) };
    const file = await (named === 'home' ? this.files.home(id) : this.files.file(id));
    return { ...shared, file, subject: file && { kind: 'file', facts: fileSubject(file, today(), detailsIn(about.args, about.action)) } };
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

  private async request(id: Uuid, { budgetId, by }: Arguments): Promise<{ readonly subject: Subject | undefined; readonly file?: File | undefined }> {
    const asked = await this.files.asked(id, isUuid(budgetId) ? (budgetId as Uuid) : undefined);
    const [pot, file] = asked ? await Promise.all([this.files.pot(asked.budgetId), this.files.file(asked.trajectoryId)]) : [];
    if (!asked || !pot || !file) return { subject: undefined };
    const { householdId, coaches, members, restricted, named } = fileSubject(file, today());
    const facts = { ...asked, municipality: pot.municipality, areas: pot.areas, householdId, coaches, members, restricted, named };
    return { file, subject: { kind: 'request', facts: { ...facts, ...(typeof by === 'string' && { by }) } } };
  }
}

/** A household is registered where it says; all else is opened in the municipality of whoever opens it. */
const placeOf = async (area: string, { action, args, municipality }: { action: Action; args: Arguments; municipality: () => Promise<string> }): Promise<Subject> => ({
  kind: 'place',
  facts: { areas: [area], municipality: action === 'RegisterHousehold' ? String(args['municipality']) : await municipality() },
});
