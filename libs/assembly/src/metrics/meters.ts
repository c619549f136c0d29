import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export interface CommandOutcome {
  readonly type: string;
  /** `accepted`, `repeated`, `failed`, or the code of the refusal. */
  readonly outcome: string;
}

/**
 * What the platform counts of itself. Labels are names that the program has (routes, command types, codes, projections): never an
 * id, a person or a municipality, so that a figure tells of nobody, and the number of series has an end.
 */
export class Meters {
  readonly registry = new Registry();
  private running = 0;

  private readonly http = this.histogram('perspectief_http_seconds', 'Answered requests by route and status', ['method', 'route', 'status']);
  private readonly commands = new Counter({
    name: 'perspectief_commands_total', help: 'Commands by type and outcome', labelNames: ['type', 'outcome'], registers: [this.registry],
  });
  private readonly deciding = this.histogram('perspectief_command_seconds', 'A command, from its arrival to its place in the log', []);
  private readonly appending = this.histogram('perspectief_append_seconds', 'An append, from its sending to its receipt', []);
  readonly behind = this.gauge('perspectief_reader_behind_events', 'Events that a reader of the log has yet to read; counted up to a thousand', ['reader', 'partition']);
  readonly lag = this.gauge('perspectief_reader_lag_seconds', 'How long the first event that a reader has yet to read has been there', ['reader', 'partition']);
  readonly age = this.gauge('perspectief_reader_age_seconds', 'How long ago a reader moved its checkpoint', ['reader', 'partition']);
  readonly waitingReactions = this.gauge('perspectief_reactions_waiting', 'Commands of policies that are not sent yet', []);
  readonly oldestReaction = this.gauge('perspectief_reactions_oldest_seconds', 'How long the first of them has been waiting', []);
  readonly waitingLooks = this.gauge('perspectief_reader_log_waiting', 'Looks at files that are not written in the reader log yet', []);
  readonly connections = this.gauge('perspectief_pool_connections', 'Connections to the read models: used, idle, and requests that wait for one', ['state']);

  constructor() {
    const { registry } = this;
    const now = (): number => this.running;
    new Gauge({
      name: 'perspectief_commands_running', help: 'Commands between their arrival and their answer', registers: [registry],
      collect() {
        this.set(now());
      },
    });
  }

  /** Commands between their arrival and their answer, now. */
  get commandsRunning(): number {
    return this.running;
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.http.observe({ method, route, status: String(status) }, seconds);
  }

  count({ type, outcome }: CommandOutcome): void {
    this.commands.inc({ type, outcome });
  }

  /** Counts work as running until it ends, and how long that was. */
  async timeCommand<T>(work: () => Promise<T>): Promise<T> {
    const end = this.deciding.startTimer();
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      end();
    }
  }

  async timeAppend<T>(work: () => Promise<T>): Promise<T> {
    const end = this.appending.startTimer();
    return work().finally(end);
  }

  private gauge<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Gauge<Label> {
    return new Gauge({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  private histogram<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Histogram<Label> {
    return new Histogram({ name, help, labelNames: [...labelNames], buckets: FAST, registers: [this.registry] });
  }
}
