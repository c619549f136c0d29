import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Recorded } from '@perspectief/kernel';
import { Engine, type Manifest } from '@perspectief/evaluation-datasets';
import type { Studies } from '@perspectief/evaluation-records';
import type { Cohorts, Job, Releases } from '@perspectief/evaluation-register';

/** What a job works with. */
export interface Tools {
  readonly database: DataSource;
  readonly studies: Studies;
  readonly cohorts: Cohorts;
  readonly releases: Releases;
  /** The whole log, from its beginning, sealed as it is. */
  readonly log: () => AsyncIterable<readonly Recorded[]>;
  /** Where data sets stand, and beside them what is laid aside while a job runs. */
  readonly folder: string;
  readonly code: Manifest['code'];
  /** Now, as an instant. */
  readonly now: () => string;
  /** Hears how many events were read since it last did. */
  readonly onProgress: (events: number) => void;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const senderOf = ({ askedBy, municipality }: Job, { now }: Tools) => ({ actor: askedBy, municipality, now: now() });

/** A folder of the job alone; whoever runs jobs clears it after one that was killed. */
export const asideOf = (folder: string, { id }: Pick<Job, 'id'>): string => join(folder, 'aside', id);
export const datasetFolder = (folder: string, { id }: Pick<Job, 'id'>): string => join(folder, 'datasets', id);

/** An engine over a folder aside, which goes when the work is done. */
export const withEngine = async <T>(aside: string, work: (engine: Engine) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(aside, 'engine-'));
  const engine = await Engine.open({ folder });
  try {
    return await work(engine);
  } finally {
    engine.close();
    await rm(folder, { recursive: true, force: true });
  }
};
