import type { StudyFilesQuery, StudyPageQuery } from '@perspectief/graphql-contract/studies';

export type ShownStudy = StudyPageQuery['study'];
export type ShownJob = StudyPageQuery['jobs'][number];
export type ShownRelease = NonNullable<StudyPageQuery['releases']>[number];
export type ShownPart = ShownRelease['parts'][number];
export type ShownDataSet = StudyFilesQuery['dataSets'][number];
