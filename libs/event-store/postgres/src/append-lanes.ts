import type { AppendRequest } from '@perspectief/event-store';
import type { QueryConfig } from 'pg';
import { appendInTurnStatement, appendManyStatement, appendStatement, type AppendManyRow, type AppendRow } from './statements.js';

/** Answers the rows of a statement. */
export type Ask = <Row extends object>(statement: QueryConfig) => Promise<Row[]>;

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (drawn: string | null) => void;
  readonly reject: (error: unknown) => void;
}

/** Appends in one bus at most. */
const SEATS = 32;
/** Connections that may wait for a stream that is held elsewhere; never the whole pool, or everyone would wait with them. */
const PATIENT = 4;
const BUSY = '55P03';

/**
 * A writer alone goes straight to the log. Writers that come while another is on his way share the next transaction (see
 * log.append_many): one commit for all, while each is accepted or refused for himself. The bus never waits for a stream.
 */
export class AppendLanes {
  private readonly stop: Waiting[] = [];
  private readonly patient: Waiting[] = [];
  private alone = 0;
  private waitingElsewhere = 0;
  private boarding = false;
  private onTheRoad = false;
  /** Whether the last bus had more than one passenger: then a writer who comes is rarely alone. */
  private crowded = false;

  constructor(private readonly ask: Ask) {}

  /** What log.append answers. Who saw other streams goes alone: the bus does not ask after those. */
  append(request: AppendRequest): Promise<string | null> {
    if (request.seen?.length) return this.direct(request);
    if (!this.crowded && this.alone === 0 && !this.onTheRoad) return this.goAlone(request);
    return new Promise((resolve, reject) => {
      this.stop.push({ request, resolve, reject });
      this.board();
    });
  }

  /** What log.append answers to each that was written; all are for one stream, and no others ride with them. */
  async inTurn(requests: readonly AppendRequest[]): Promise<(string | null)[]> {
    return (await this.ask<AppendRow>(appendInTurnStatement(requests))).map(({ drawn }) => drawn);
  }

  private async goAlone(request: AppendRequest): Promise<string | null> {
    this.alone += 1;
    try {
      return await this.direct(request);
    } finally {
      this.alone -= 1;
    }
  }

  private async direct(request: AppendRequest): Promise<string | null> {
    const [row] = await this.ask<AppendRow>(appendStatement(request));
    return row?.drawn ?? null;
  }

  /** Those whom the last bus brought home may come again within this turn of the event loop: leave after it. */
  private board(): void {
    if (this.boarding || this.onTheRoad || this.stop.length === 0) return;
    this.boarding = true;
    setImmediate(() => { void this.drive(); });
  }

  private async drive(): Promise<void> {
    const passengers = this.stop.splice(0, SEATS);
    this.boarding = false;
    this.onTheRoad = true;
    this.crowded = passengers.length > 1;
    const rows = await this.ask<AppendManyRow>(appendManyStatement(passengers.map(({ request }) => request))).catch(() => []);
    this.onTheRoad = false;
    for (const [index, passenger] of passengers.entries()) this.arrive(passenger, rows[index]);
    this.board();
  }

  /** Without a row the whole transaction failed, or its answer was lost: alone, the command id finds out what became of it. */
  private arrive(passenger: Waiting, row: AppendManyRow | undefined): void {
    if (row?.code === null) passenger.resolve(row.drawn);
    else if (row && row.code !== BUSY) passenger.reject(row);
    else {
      this.patient.push(passenger);
      this.nextPatient();
    }
  }

  private nextPatient(): void {
    const next = this.waitingElsewhere < PATIENT ? this.patient.shift() : undefined;
    if (!next) return;
    this.waitingElsewhere += 1;
    void this.direct(next.request).then(next.resolve, next.reject).finally(() => {
      this.waitingElsewhere -= 1;
      this.nextPatient();
    });
  }
}
