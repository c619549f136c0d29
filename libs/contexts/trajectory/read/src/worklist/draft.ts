import type { BusinessDate } from '@perspectief/kernel';
import type { Bilingual, Law } from '@perspectief/law';
import type { OpenedTrajectory, Slices } from '@perspectief/trajectory-domain';

export const itemKinds = [
  'clock',
  'threat',
  'freeze-decision',
  'freeze-ends',
  'freeze-breach',
  'current-costs',
  'safety-task',
  'balance-reminder',
  'balance-escalation',
  'offer-answer',
  'tandem-answer',
  'expert-over-capacity',
  'action',
  'check-in',
  'missed-check-ins',
  'repayment',
  'repayment-missed',
  'no-coach',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export type ForRole = 'neighbourhood-coach' | 'debt-counsellor' | 'experience-expert';

/** What a rule says needs attention; overdue, today or coming is for whoever reads it on a day. */
export interface Draft {
  readonly kind: ItemKind;
  /** What it is about, unique within trajectory and kind. */
  readonly subject: string;
  readonly dueOn: BusinessDate;
  readonly since: BusinessDate;
  readonly forRole: ForRole;
  readonly rule?: string;
  readonly article?: string;
  /** The clock stands still: the last day is not fixed. */
  readonly standsStill?: true;
  /** Without personal data: lists travel further than pages. */
  readonly sentence: Bilingual;
}

type Track = keyof Slices;

/** What rules see of a page: its head, and the tracks that they name. */
export type Seen<Reads extends Track> = Pick<OpenedTrajectory, Reads | 'id' | 'openedOn'>;

/** Pure, and without a clock of its own: the same tracks always ask for the same, so what did not change is not asked again. */
export interface WorklistRule {
  readonly reads: readonly Track[];
  readonly drafts: (page: OpenedTrajectory, law: Law) => readonly Draft[];
}

/** A rule reads no track that it does not name; another one does not compile. */
export const reading = <Reads extends Track>(
  reads: readonly Reads[],
  drafts: (page: Seen<Reads>, law: Law) => readonly Draft[],
): WorklistRule => ({ reads, drafts });

export const text = (nl: string, en: string): Bilingual => ({ nl, en });
