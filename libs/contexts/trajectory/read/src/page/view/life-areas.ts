import type { BusinessDate } from '@perspectief/kernel';
import type { OpenedTrajectory } from '@perspectief/trajectory-domain';

type Assessment = OpenedTrajectory['story']['assessments'][number];

/** A score with the one before it, by the same kind of assessor; never an average. */
export interface LifeAreaView {
  readonly lifeArea: string;
  readonly by: Assessment['by'];
  readonly score: number;
  readonly on: BusinessDate;
  readonly previous?: { readonly score: number; readonly on: BusinessDate };
}

type Scored = Omit<LifeAreaView, 'previous'>;

const scoresIn = ({ scores, by, on }: Assessment): readonly Scored[] => scores.map(({ lifeArea, score }) => ({ lifeArea, by, score, on }));

const byDay = (one: Assessment, other: Assessment): number => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0);

export const lifeAreaViews = ({ story }: OpenedTrajectory): readonly LifeAreaView[] => {
  const latest = new Map<string, LifeAreaView>();
  for (const scored of [...story.assessments].sort(byDay).flatMap(scoresIn)) {
    const key = `${scored.by} ${scored.lifeArea}`;
    const before = latest.get(key);
    latest.set(key, { ...scored, ...(before && { previous: { score: before.score, on: before.on } }) });
  }
  return [...latest.values()];
};
