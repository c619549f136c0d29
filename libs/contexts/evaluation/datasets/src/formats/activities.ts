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

type Raw = [string, string, string, string, string | null, string | null, string | null, string | null, Activity['attributes'] | null];

const COLUMNS = [
  'event_id', 'case_id', 'activity', `strftime(happened_at, '%Y-%m-%dT%H:%M:%S.%gZ')`, 'lifecycle', 'activity_instance_id', 'resource', 'role', 'attributes::json',
].join(', ');

const NONE = {};

/** By case and in order within it, or all together by moment. */
export const activities = async (engine: Engine, order: 'by case' | 'by moment'): Promise<Iterator<Activity> & Iterable<Activity>> => {
  const by = order === 'by case' ? 'case_id, case_order' : 'happened_at, case_id, case_order';
  const rows = await engine.rows<Raw>(`select ${COLUMNS} from events where not coalesce(is_correction, false) order by ${by}`);
  return (function* () {
    for (const [eventId, caseId, activity, at, lifecycle, instance, resource, role, attributes] of rows)
      yield { eventId, caseId, activity, at, lifecycle, instance, resource, role, attributes: attributes ?? NONE };
  })();
};

export interface Case {
  readonly caseId: string;
  /** What else is known of it. */
  readonly attributes: Activity['attributes'];
  readonly events: readonly Activity[];
}

/** Every case with its events, also one without any: both are read in the order of cases, side by side. */
export const casesOf = async (engine: Engine): Promise<Iterable<Case>> => {
  const events = await activities(engine, 'by case');
  const cases = await engine.rows<[string, Activity['attributes'] | null]>('select case_id, attributes::json from cases order by case_id');
  return (function* () {
    let next = events.next();
    for (const [caseId, attributes] of cases) {
      const own: Activity[] = [];
      while (!next.done && next.value.caseId === caseId) {
        own.push(next.value);
        next = events.next();
      }
      yield { caseId, attributes: attributes ?? NONE, events: own };
    }
  })();
};
