import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { wireError } from '@perspectief/edge';
import { Studies } from '@perspectief/evaluation-records';
import type { StudyEvent } from '@perspectief/evaluation-studies';
import { DataSets } from './data-sets.js';
import { DataSet } from './dataset.shown.js';

/** Where files of data sets are downloaded. */
export const DOWNLOADS = '/evaluation/datasets';

type Cut = Extract<StudyEvent, { readonly type: 'DatasetCut' }>['data'];

/** Data sets of a study: what the register knows, and where their files are. */
@Resolver()
export class DatasetQueries {
  constructor(
    private readonly studies: Studies,
    private readonly kept: DataSets,
  ) {}

  @Query(() => [DataSet], { description: 'Data sets of a study, the latest first.' })
  async dataSets(@Args('studyId', { type: () => ID }) studyId: string): Promise<DataSet[]> {
    const study = await this.studies.find(studyId);
    if (!study) throw wireError('NOT_FOUND');
    const cuts = study.history.flatMap((event) => (event.type === 'DatasetCut' ? [{ at: event.recordedAt, data: event.data }] : []));
    return Promise.all(cuts.reverse().map(({ at, data }) => this.shown(studyId, at, data)));
  }

  private async shown(studyId: string, cutAt: string, { datasetId: id, cohortId, files, withdrawn, expiresOn, replaces }: Cut): Promise<DataSet> {
    const kept = await this.kept.find(id);
    const known = new Map(kept?.manifest.files.map((file) => [file.path, file]));
    const at = `${DOWNLOADS}/${studyId}/${id}`;
    return {
      id, studyId, cohortId, cutAt, expiresOn, withdrawn, replaces: replaces ?? null, archive: kept ? `${at}/archive.zip` : null,
      files: files.map(({ path, digest }) => {
        const file = known.get(path);
        return { path, logicalSha256: digest, sha256: file?.sha256 ?? null, bytes: file?.bytes ?? null, rows: file?.rows ?? null, href: file ? `${at}/files/${path}` : null };
      }),
    };
  }
}
