import { readManifest, type Manifest } from '@perspectief/evaluation-datasets';
import { Jobs } from '@perspectief/evaluation-register';
import { datasetFolder } from '@perspectief/evaluation-work';

export interface KeptDataSet {
  readonly folder: string;
  readonly manifest: Extract<Manifest, { readonly kind: 'study' }>;
}

/** Data sets that this service keeps, by their id. */
export class DataSets {
  constructor(
    private readonly jobs: Jobs,
    private readonly folder: string,
  ) {}

  /** Undefined where it was cut elsewhere, or its files are gone. */
  async find(datasetId: string): Promise<KeptDataSet | undefined> {
    const job = await this.jobs.thatCut(datasetId);
    if (!job) return undefined;
    const folder = datasetFolder(this.folder, job);
    const manifest = await readManifest(folder);
    return manifest?.kind === 'study' && manifest.datasetId === datasetId ? { folder, manifest } : undefined;
  }
}
