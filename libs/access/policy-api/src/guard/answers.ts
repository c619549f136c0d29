import { scopeOf, worklistScope, type CaseworkAction as Action, type File, type Part, type Rules, type Subject } from '@perspectief/access';
import { nothing, type Within } from '@perspectief/runtime';
import type { TimelineEntry, TrajectoryView } from '@perspectief/trajectory-read';
import type { HouseholdView } from '@perspectief/household-read';
import type { BudgetSummary, BudgetView } from '@perspectief/pooled-budget-read';
import { ledgerSeen, mandatesSeen, potInListSeen, potSeen, raisesSeen, trajectoriesNamed, type Line, type MayKnow } from '../lens/budget-lens.js';
import { exportSeen, type ExportTold } from '../lens/export-lens.js';
import type { Eyes } from '../lens/eyes.js';
import { householdSeen } from '../lens/household-lens.js';
import { recordSeen, spendSeen, type RecordTold } from '../lens/record-lens.js';
import { entrySeen, seesEntry } from '../lens/timeline-lens.js';
import { clocksSeen, trajectorySeen } from '../lens/trajectory-lens.js';

/** What a list is narrowed by, before it is paged and counted. */
export const withinFor = (rules: Rules, action: Action): Within => {
  switch (action) {
    case 'households':
      return scopeOf(rules, action, 'homes', 'household_id');
    case 'pooledBudgets':
      return scopeOf(rules, action, 'pots', 'budget_id');
    case 'approvalQueue':
    case 'budgetAttention':
      return scopeOf(rules, action, 'requests', 'request_id');
    case 'worklist':
      return worklistScope(rules);
    default:
      return nothing;
  }
};

/** Staff are nobody's member: a household that took one for a member tells it nothing by that. */
const membersOf = ({ role, personId: viewer }: Rules['viewer'], { household }: File): readonly string[] =>
  role === 'household-member' ? household.access.flatMap(({ personId, memberId }) => (personId === viewer ? [memberId] : [])) : [];

export const eyesOn = (rules: Rules, action: Action, subject: Subject, file: File): Eyes => ({
  viewer: rules.viewer,
  parts: rules.partsOf(action, subject),
  memberIds: membersOf(rules.viewer, file),
  laws: subject.kind === 'file' ? subject.facts.laws : [],
});

export const seesLine =
  (eyes: Eyes | undefined) =>
  (line: object): boolean =>
    eyes !== undefined && seesEntry(eyes, line as TimelineEntry);

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

const withNodes = <Node>(answer: object, change: (node: Node) => object): object => ({
  ...answer,
  edges: (answer as Edges<Node>).edges.map((edge) => ({ ...edge, node: change(edge.node) })),
});

export interface Asked {
  readonly rules: Rules;
  readonly action: Action;
  /** The parts of what was asked for. */
  readonly parts: ReadonlySet<Part>;
  readonly eyes: Eyes | undefined;
  /** Parts of a household in a list. */
  readonly homeEyes: (householdId: string) => Eyes | undefined;
  readonly mayPot: (budgetId: string) => Promise<boolean>;
  readonly mayRequests: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly mayKnow: (trajectoryIds: readonly string[]) => Promise<MayKnow>;
}

/** The answer as this viewer gets it. Questions without a lens show no part of a file. */
export const answerSeen = async (answer: object, asked: Asked): Promise<object> => {
  const { action, eyes, parts, rules } = asked;
  switch (action) {
    case 'trajectory':
      return eyes ? trajectorySeen(answer as TrajectoryView, eyes) : {};
    case 'clocks':
      return eyes ? { clocks: clocksSeen((answer as { readonly clocks: TrajectoryView['clocks'] }).clocks, eyes) } : {};
    case 'timeline':
      return eyes ? withNodes<TimelineEntry>(answer, (entry) => entrySeen(entry, eyes)) : {};
    case 'household':
      return eyes ? householdSeen(answer as HouseholdView, eyes) : {};
    case 'households':
      return withNodes<HouseholdView>(answer, (view) => {
        const seen = asked.homeEyes(view.id);
        return householdSeen(view, seen ?? { viewer: rules.viewer, parts: new Set(), memberIds: [], laws: [] });
      });
    case 'householdExport':
      return eyes ? exportSeen(answer as ExportTold, eyes) : {};
    case 'pooledBudget':
      return potSeen(raisesSeen(answer as BudgetView, await asked.mayKnow(trajectoriesNamed((answer as BudgetView).proposedRaises))), parts);
    case 'pooledBudgets': {
      const pots = (answer as Edges<BudgetSummary>).edges.map(({ node }) => node);
      const mayKnow = await asked.mayKnow(trajectoriesNamed(pots.flatMap(({ proposedRaises }) => proposedRaises)));
      return withNodes<BudgetSummary>(answer, (pot) => potInListSeen(raisesSeen(pot, mayKnow), rules.partsNamed(action, 'pot')));
    }
    case 'ledger.csv':
      return ledgerSeen(answer as readonly Line[], await asked.mayKnow(trajectoriesNamed(answer as readonly Line[])));
    case 'mandates':
      return { mandates: mandatesSeen((answer as { readonly mandates: readonly { readonly coachId: string }[] }).mandates, rules.viewer.personId, parts) };
    case 'spendingRequest':
      return recordSeen(answer as RecordTold, parts, asked.mayRequests);
    case 'householdSpend':
      return spendSeen(answer as { readonly pots: readonly { readonly budgetId: string }[] }, asked.mayPot);
    default:
      return answer;
  }
};

