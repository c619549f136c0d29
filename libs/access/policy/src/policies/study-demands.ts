/** What may be asked of the evaluation service, and what each answer is: work on studies, one of the two products, or oversight. */
export const studyDemands = {
  studies: 'study',
  study: 'study',
  jobs: 'study',
  job: 'study',
  DraftStudy: 'study',
  ApproveStudy: 'study',
  FreezeCohort: 'study',
  CutDataset: 'controlled-microdata',
  CancelJob: 'study',
  ReleaseFigures: 'safe-aggregates',
  releases: 'safe-aggregates',
  release: 'safe-aggregates',
  studyCases: 'controlled-microdata',
  replay: 'controlled-microdata',
  counterfactual: 'controlled-microdata',
  dataSets: 'controlled-microdata',
  'dataset-file': 'controlled-microdata',
  'dataset-archive': 'controlled-microdata',
  DestroyStudyKey: 'oversight',
  studyLog: 'oversight',
} as const satisfies Readonly<Record<string, 'study' | 'controlled-microdata' | 'safe-aggregates' | 'oversight'>>;

export type StudyAction = keyof typeof studyDemands;
export type StudyProduct = (typeof studyDemands)[StudyAction];
export const studyActions = Object.keys(studyDemands) as StudyAction[];
export const isStudyAction = (name: string): name is StudyAction => Object.hasOwn(studyDemands, name);
