import type { BusinessDate, CommandOf, Uuid } from '@perspectief/kernel';
import type { StudyCard } from './card.js';
import type { Product, ReleaseKind } from './events.js';

export type StudyCommand = CommandOf<{
  /** Again for a new version: what was approved before no longer counts for what is cut next. */
  DraftStudy: { studyId: Uuid; card: StudyCard };
  /** `hash` is that of the card which was read. */
  ApproveStudy: { studyId: Uuid; version: number; hash: string };
  FreezeCohort: {
    studyId: Uuid; cohortId: Uuid; position: string; cutOn: BusinessDate; members: string;
    arms: readonly { readonly name: string; readonly size: number }[]; prevalent: number;
  };
  CutDataset: {
    studyId: Uuid; datasetId: Uuid; cohortId: Uuid; position: string;
    files: readonly { readonly path: string; readonly digest: string }[]; withdrawn: number; expiresOn: BusinessDate; replaces?: Uuid;
  };
  /** `disclosure` is what disclosure control said: the digest of its report, or the code of its refusal. */
  MakeRelease: {
    studyId: Uuid; releaseId: Uuid; cohortId: Uuid; product: Product; kind: ReleaseKind;
    disclosure: { readonly report: string } | { readonly refused: string };
    /** Generated texts that go with it. */
    texts: readonly string[];
  };
}>;
