import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

/** As it was built: it shares no memory with casework, where the keys are. */
const PROGRAM = fileURLToPath(new URL('../../../evaluation/dist/main.js', import.meta.url));

export interface EvaluationProcessSettings {
  /** With the evaluation's own login. */
  readonly databaseUrl: string;
  readonly eventStoreUrl: string | undefined;
  /** Where data sets are kept. */
  readonly folder: string;
  /** What study keys are sealed with. */
  readonly sealFile: string;
  readonly issuer: string;
  readonly audience: string;
  /** Address of the platform as browsers see it. */
  readonly publicUrl: string;
  readonly production: boolean;
}

const RESTARTS = [1_000, 5_000, 30_000] as const;

/** Where traces go is its business too. */
const ofTraces = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('OTEL_')));

/** The evaluation service beside casework: started again when it ends by itself, stopped with the platform. */
export class EvaluationProcess {
  private child: ChildProcess | undefined;
  private stopped = false;
  private address: string | undefined;

  constructor(
    private readonly settings: EvaluationProcessSettings,
    private readonly say: (line: string) => void,
  ) {}

  /** Where it listens; undefined while it does not. */
  get url(): string | undefined {
    return this.address;
  }

  start(attempt = 0): void {
    if (this.stopped) return;
    // Nothing of our own environment goes with it: no key can.
    const child = fork(PROGRAM, [], { env: this.environment(), execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.child = child;
    child.on('message', ({ listens }: { readonly listens?: string }) => void (this.address = listens));
    child.once('exit', () => {
      this.address = undefined;
      if (this.stopped) return;
      if (attempt === 0) this.say('The evaluation service stopped, and is started again.');
      void pause(RESTARTS[Math.min(attempt, RESTARTS.length - 1)], undefined, { ref: false }).then(() => this.start(attempt + 1));
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  private environment(): NodeJS.ProcessEnv {
    const { databaseUrl, eventStoreUrl, folder, sealFile, issuer, audience, publicUrl, production } = this.settings;
    return {
      PATH: process.env['PATH'], HOME: process.env['HOME'], PERSPECTIEF_COMMIT: process.env['PERSPECTIEF_COMMIT'], PORT: '0', NODE_ENV: production ? 'production' : 'development',
      EVALUATION_DATABASE_URL: databaseUrl, EVALUATION_FOLDER: folder, EVALUATION_SEAL_FILE: sealFile, OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, PUBLIC_URL: publicUrl,
      ...(eventStoreUrl && { EVENT_STORE_URL: eventStoreUrl }), ...ofTraces(process.env),
    };
  }
}
