import { isDeepStrictEqual } from 'node:util';
import { Rules, type Viewer } from '@perspectief/access';
import type { Directory, Person, Team } from '@perspectief/directory';
import type { Actor } from '@perspectief/kernel';
import type { Glasses } from '../break-glass/glasses.js';

const KEPT_FOR = 5_000;
const MOST = 2_000;

interface Known {
  readonly person: Person | undefined;
  readonly areas: readonly string[];
  readonly until: number;
}

const areasOf = (person: Person, teams: readonly Team[]): readonly string[] => {
  const team = teams.find(({ id, municipality }) => id === person.team && municipality === person.municipality);
  return [...new Set([person.area, team?.area].filter((area) => area !== undefined))];
};

/** Makes viewers of who is signed in. What the directory says is kept until it tells of a change, and five seconds at most; broken glass is asked each time. */
export class Viewers {
  private readonly known = new Map<string, Known>();
  private changes = 0;
  /** The last rules of each person: as long as the viewer is the same, so are they. */
  private readonly rules = new Map<string, Rules>();

  constructor(
    private readonly directory: Pick<Directory, 'find' | 'teams'>,
    private readonly glasses: Glasses,
  ) {}

  /** None for who has left, or signs in under a role that is not theirs. */
  async rulesOf(actor: Actor): Promise<Rules | undefined> {
    const [known, glasses] = await Promise.all([this.lookUp(actor.id), this.glasses.openOf(actor.id)]);
    const { person, areas } = known;
    if (!person || person.active === false || person.role !== actor.role) return undefined;
    const viewer: Viewer = { personId: person.id, role: person.role, municipality: person.municipality, areas, glasses };
    const last = this.rules.get(person.id);
    if (last && isDeepStrictEqual(last.viewer, viewer)) return last;
    const made = new Rules(viewer);
    if (this.rules.size > MOST) this.rules.clear();
    this.rules.set(person.id, made);
    return made;
  }

  /** Somebody was put in the directory, or a team: what was looked up before counts for nothing. */
  forget(): void {
    this.changes += 1;
    this.known.clear();
  }

  private async lookUp(id: string): Promise<Known> {
    const kept = this.known.get(id);
    if (kept && kept.until > Date.now()) return kept;
    const { changes } = this;
    const [person] = await this.directory.find([id]);
    const teams = person?.team === undefined ? [] : await this.directory.teams();
    const known: Known = { person, areas: person ? areasOf(person, teams) : [], until: Date.now() + KEPT_FOR };
    if (this.known.size > MOST) this.known.clear();
    // Who is not there yet may come any moment: only people who are there are kept.
    if (person && changes === this.changes) this.known.set(id, known);
    return known;
  }
}
