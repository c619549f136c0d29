import type { SignInRefusal } from './refusals.js';

/** Somebody of the directory, as far as signing in needs to know. */
export interface KnownPerson {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly area?: string | undefined;
  readonly team?: string | undefined;
  /** Without it, true. */
  readonly active?: boolean | undefined;
}

/** The directory, as far as signing in asks it. */
export interface People {
  find(ids: readonly string[]): Promise<readonly KnownPerson[]>;
}

/** What a token or a session says about its bearer. */
export interface Claimed {
  readonly personId: string;
  readonly roles: readonly string[];
}

export type Recognised<Person extends KnownPerson = KnownPerson> = { readonly person: Person } | { readonly refused: SignInRefusal };

/** The issuer says who signed in and which roles that person may have; the directory says who works here, and as what. */
export const recognise = (person: KnownPerson | undefined, { roles }: Claimed): Recognised => {
  if (!person || person.active === false) return { refused: 'PERSON_UNKNOWN' };
  return roles.includes(person.role) ? { person } : { refused: 'ROLE_MISSING' };
};

/** Kept for ten seconds, unless the directory tells of a change before: as long may it take until somebody who left is out. */
const FORGET_AFTER = 10_000;
const MOST_KEPT = 5_000;

/** Spares the directory the same question with every request. */
export class RememberedPeople {
  private readonly kept = new Map<string, { readonly person: KnownPerson; readonly until: number }>();
  private changes = 0;

  constructor(
    private readonly people: People,
    private readonly now: () => number,
  ) {}

  /** What was looked up before counts for nothing. */
  forget(): void {
    this.changes += 1;
    this.kept.clear();
  }

  async find(id: string): Promise<KnownPerson | undefined> {
    const known = this.kept.get(id);
    if (known && known.until > this.now()) return known.person;
    const { changes } = this;
    const [person] = await this.people.find([id]);
    // Who is not there yet may come any moment: only people who are there are kept.
    if (!person || changes !== this.changes) return person;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(id, { person, until: this.now() + FORGET_AFTER });
    return person;
  }
}
