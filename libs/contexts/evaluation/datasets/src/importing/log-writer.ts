import { canonical } from '@perspectief/evaluation-replay';
import type { Attribute } from '../cut/attributes.js';
import type { Engine, Writer } from '../tables/engine.js';
import { allTables, type TableName } from '../tables/tables.js';

/** One event of an outside log. */
export interface OutsideEvent {
  readonly activity: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly lifecycle?: string | undefined;
  readonly instance?: string | undefined;
  readonly resource?: string | undefined;
  readonly role?: string | undefined;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export const CASE = 'case';

const json = (attributes: Readonly<Record<string, Attribute>>): string | undefined => (Object.keys(attributes).length > 0 ? canonical(attributes) : undefined);

/** Lays an outside log into the tables of a data set: its cases and events under the names that they have there. */
export class LogWriter {
  private number = 0;
  private caseOrder = 0;
  private caseId: string | undefined;

  private constructor(private readonly into: Readonly<Record<TableName, Writer>>) {}

  static async open(engine: Engine): Promise<LogWriter> {
    const made: [string, Writer][] = [];
    for (const table of allTables) {
      await engine.create(table);
      made.push([table.name, engine.writer(table)]);
    }
    return new LogWriter(Object.fromEntries(made) as Readonly<Record<TableName, Writer>>);
  }

  /** Events that follow are of this case; each case is begun once. */
  begin(caseId: string, attributes: Readonly<Record<string, Attribute>> = {}): void {
    this.caseId = caseId;
    this.caseOrder = 0;
    this.into.cases.add({ case_id: caseId, attributes: json(attributes) });
    this.into.objects.add({ object_id: caseId, type: CASE });
  }

  add({ activity, at, lifecycle, instance, resource, role, attributes }: OutsideEvent): void {
    this.number += 1;
    this.caseOrder += 1;
    const event_id = `e${this.number}`;
    this.into.events.add({
      event_id, case_id: this.caseId, case_order: this.caseOrder, stream_order: this.caseOrder, activity, happened_at: new Date(at).toISOString(),
      time_precision: 'instant', is_correction: false, lifecycle, activity_instance_id: instance, resource, role, attributes: json(attributes),
    });
    this.into.event_object.add({ event_id, object_id: this.caseId, qualifier: CASE });
  }

  get events(): number {
    return this.number;
  }

  async close(): Promise<void> {
    for (const writer of Object.values(this.into)) await writer.close();
  }
}
