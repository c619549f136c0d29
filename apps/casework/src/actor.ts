import type { IncomingHttpHeaders } from 'node:http';
import { WhoAsks } from '@perspectief/edge';
import type { Actor } from '@perspectief/kernel';
import type { Directory } from '@perspectief/directory';

/** Until people sign in: who you say you are, by your id in the directory. Hence loopback only. */
export const ACTOR_HEADER = 'x-demo-actor';

const FORGET_AFTER = 10_000;

/** Looks up who the header names; keeps the answer for ten seconds. */
export class DemoActors extends WhoAsks {
  private readonly known = new Map<string, { readonly actor: Actor; readonly until: number }>();

  constructor(private readonly directory: Directory) {
    super();
  }

  async fromHeaders(headers: IncomingHttpHeaders | Record<string, unknown>): Promise<Actor | undefined> {
    const id = headers[ACTOR_HEADER];
    if (typeof id !== 'string' || id.length > 100) return undefined;
    const kept = this.known.get(id);
    if (kept && kept.until > Date.now()) return kept.actor;
    const [person] = await this.directory.find([id]);
    // Who is not there yet may come any moment: only people who are there are kept.
    if (!person) return undefined;
    const actor = { id: person.id, role: person.role };
    if (this.known.size > 1_000) this.known.clear();
    this.known.set(id, { actor, until: Date.now() + FORGET_AFTER });
    return actor;
  }
}
