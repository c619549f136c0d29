interface Step {
  readonly actionId: string;
  readonly what: string;
  readonly who: string;
  readonly dueOn: string;
  readonly phase: string;
  readonly completedOn?: string | null;
}

interface Goal {
  readonly goalId: string;
  readonly wish: string;
  readonly lifeArea: string;
  readonly phase: string;
  readonly closedOn?: string | null;
  readonly actions: readonly Step[];
}

export interface Version {
  readonly version: number;
  /** Undefined of what stands now and was not agreed on. */
  readonly agreedOn: string | undefined;
  readonly goals: readonly string[];
  readonly actions: readonly string[];
}

export interface PlanOfVersions {
  readonly agreement: string;
  readonly goals: readonly Goal[];
  readonly versions: readonly { readonly version: number; readonly agreedOn: string; readonly goals: readonly string[]; readonly actions: readonly string[] }[];
}

export type Kind = 'added' | 'reworded' | 'done' | 'dropped' | 'kept';

export interface StepChange {
  readonly kind: Exclude<Kind, 'reworded'>;
  readonly step: Step;
}

export interface GoalChange {
  readonly kind: Kind;
  readonly goal: Goal;
  /** What the household said before, where it now says it otherwise. */
  readonly before?: string;
  readonly steps: readonly StepChange[];
}

/** Every plan that was agreed on, the oldest first, and what stands now where that is something else. */
export const versionsOf = ({ agreement, goals, versions }: PlanOfVersions): readonly Version[] => {
  const standing = goals.filter(({ phase }) => phase !== 'dropped');
  if (agreement === 'agreed' || (standing.length === 0 && versions.length === 0)) return versions;
  const now: Version = { version: versions.length + 1, agreedOn: undefined, goals: standing.map(({ goalId }) => goalId), actions: standing.flatMap(({ actions }) => actions.map(({ actionId }) => actionId)) };
  return [...versions, now];
};

const between = (day: string | null | undefined, from: Version, until: Version): boolean =>
  Boolean(day) && (from.agreedOn === undefined || (day ?? '') > from.agreedOn) && (until.agreedOn === undefined || (day ?? '') <= until.agreedOn);

const stepChanges = (old: Goal | undefined, now: Goal | undefined, from: Version, until: Version): readonly StepChange[] => {
  const steps = [...new Map([...(now?.actions ?? []), ...(old?.actions ?? [])].map((step) => [step.actionId, step])).values()];
  return steps.flatMap((step): StepChange[] => {
    const [was, is] = [from.actions.includes(step.actionId), until.actions.includes(step.actionId)];
    if (!was && !is) return [];
    if (!is) return [{ kind: 'dropped', step }];
    if (between(step.completedOn, from, until)) return [{ kind: 'done', step }];
    return [{ kind: was ? 'kept' : 'added', step }];
  });
};

/**
 * What the household wants otherwise in the later of two versions. Words are never changed in place: a wish that was let go and another
 * on the same area of life that came for it are the same wish in other words.
 */
export const changesBetween = ({ goals }: Pick<PlanOfVersions, 'goals'>, from: Version, until: Version): readonly GoalChange[] => {
  const gone = goals.filter(({ goalId }) => from.goals.includes(goalId) && !until.goals.includes(goalId));
  const reworded = new Set<string>();
  const standing = goals.filter(({ goalId }) => until.goals.includes(goalId)).map((goal): GoalChange => {
    if (from.goals.includes(goal.goalId)) return { kind: between(goal.closedOn, from, until) ? 'done' : 'kept', goal, steps: stepChanges(goal, goal, from, until) };
    const old = gone.find(({ goalId, lifeArea }) => lifeArea === goal.lifeArea && !reworded.has(goalId));
    if (!old) return { kind: 'added', goal, steps: stepChanges(undefined, goal, from, until) };
    reworded.add(old.goalId);
    return { kind: 'reworded', goal, before: old.wish, steps: stepChanges(old, goal, from, until) };
  });
  const dropped = gone.filter(({ goalId }) => !reworded.has(goalId)).map((goal): GoalChange => ({ kind: 'dropped', goal, steps: stepChanges(goal, undefined, from, until) }));
  return [...standing, ...dropped];
};
