import type { Attribute } from '../cut/attributes.js';
import type { Engine } from '../tables/engine.js';

/** One event of the net view: corrections applied, and left out. */
export interface Activity {
  readonly eventId: string;
  readonly caseId: string;
  readonly activity: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly lifecycle: string | null;
  readonly instance: string | null;
  readonly resource: string | null;
  readonly role: string | null;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

type Raw = [string, string, string, string, string | null, string | null, string | null, string | null, string | null];

const COLUMNS = [
  'event_id', 'case_id', 'activity', `strftime(happened_at, '%Y-%m-%dT%H:%M:%S.%gZ')`, 'lifecycle', 'activity_instance_id', 'resource', 'role', 'attributes',
].join(', ');

const parsed = (json: string | null): Readonly<Record<string, Attribute>> => (json === null ? {} : (JSON.parse(json) as Record<string, Attribute>));

/** By case and in order within it, or all together by moment. */
export async function* activities(engine: Engine, order: 'by case' | 'by moment'): AsyncGenerator<Activity> {
  const by = order === 'by case' ? 'case_id, case_order' : 'happened_at, case_id, case_order';
  const sql = `select ${COLUMNS} from events where not coalesce(is_correction, false) order by ${by}`;
  for await (const [eventId, caseId, activity, at, lifecycle, instance, resource, role, attributes] of engine.rows<Raw>(sql))
    yield { eventId, caseId, activity, at, lifecycle, instance, resource, role, attributes: parsed(attributes) };
}

export interface Case {
  readonly caseId: string;
  /** What else is known of it. */
  readonly attributes: Activity['attributes'];
  readonly events: readonly Activity[];
}

/** Every case with its events, also one without any: both are read in the order of cases, side by side. */
export async function* casesOf(engine: Engine): AsyncGenerator<Case> {
  const events = activities(engine, 'by case');
  let next = await events.next();
  for await (const [caseId, attributes] of engine.rows<[string, string | null]>('select case_id, attributes from cases order by case_id')) {
    const own: Activity[] = [];
    while (!next.done && next.value.caseId === caseId) {
      own.push(next.value);
      next = await events.next();
    }
    yield { caseId, attributes: parsed(attributes), events: own };
  }
}
