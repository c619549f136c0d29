import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { BusinessDateScalar, wireError } from '@perspectief/edge';
import { parseBusinessDate, toInstant } from '@perspectief/kernel';
import { Cohorts } from '@perspectief/evaluation-register';
import { counterfactual, replay, ruleSets, type View } from '@perspectief/evaluation-replay';
import { Cases, type OpenCase } from './cases.js';
import { clocksAfter, counterfactualShown, sha256, stepShown } from './in-words.js';
import { CounterfactualShown, Replay, StudyCaseShown } from './replay.shown.js';

const MOST_STEPS = 200;
const MOST_CASES = 500;
const views: readonly string[] = ['as-known-then', 'as-known-now'] satisfies readonly View[];

const dayIn = (text: string | null | undefined): string | undefined => {
  if (text === null || text === undefined) return undefined;
  const day = parseBusinessDate(text);
  if (day === undefined) throw wireError('BAD_USER_INPUT');
  return day;
};

/** Cases of frozen cohorts, one by one: controlled microdata. */
@Resolver()
export class ReplayQueries {
  constructor(
    private readonly cases: Cases,
    private readonly cohorts: Cohorts,
  ) {}

  @Query(() => [StudyCaseShown], { description: 'Who is in a cohort, under the study\'s names; `after` is the last one seen.' })
  async studyCases(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('cohortId', { type: () => ID }) cohortId: string,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
  ): Promise<StudyCaseShown[]> {
    const found = await this.cohorts.list(studyId, cohortId, { after: after ?? undefined, limit: Math.min(MOST_CASES, Math.max(1, first)) });
    return found.map(({ pseudonym, arm }) => ({ caseId: pseudonym, arm }));
  }

  @Query(() => Replay, { description: 'Fact by fact, in the order in which they were recorded. Days are those of the study.' })
  async replay(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('caseId', { type: () => String }) caseId: string,
    @Args('view', { type: () => String, defaultValue: 'as-known-now', description: views.join(' or ') }) view: string,
    @Args('asOf', { type: () => BusinessDateScalar, nullable: true, description: 'Only what had happened by the end of this day.' }) asOf: string | null,
    @Args('knownOn', { type: () => BusinessDateScalar, nullable: true, description: 'Only what was on record by the end of this day.' }) knownOn: string | null,
    @Args('from', { type: () => Int, defaultValue: 1, description: 'Number of the first step.' }) from: number,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
  ): Promise<Replay> {
    if (!views.includes(view)) throw wireError('BAD_USER_INPUT');
    const [day, known] = [dayIn(asOf), dayIn(knownOn)];
    const { facts, telling } = await this.opened(studyId, caseId);
    const all = replay(facts, {
      view: view as View, digest: sha256,
      ...(day !== undefined && { asOf: telling.back(day) }),
      ...(known !== undefined && { knownAt: toInstant(`${telling.back(known)}T23:59:59.999`) }),
    });
    const begin = Math.max(0, from - 1);
    const end = begin + Math.min(MOST_STEPS, Math.max(1, first));
    const steps = all.slice(begin, end);
    const shown = steps.map((step) => stepShown(step, telling));
    const days = all.map(({ happenedOn }) => telling.moved(happenedOn.slice(0, 10))).sort();
    return {
      caseId, view, asOf: day ?? null, knownOn: known ?? null, total: all.length, begins: days[0] ?? null, ends: days.at(-1) ?? null,
      steps: shown, clocks: clocksAfter(all.slice(0, end), telling), stateHash: all.at(-1)?.stateHash ?? null,
    };
  }

  @Query(() => CounterfactualShown, { description: 'The same facts under another rule set, on a copy.' })
  async counterfactual(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('caseId', { type: () => String }) caseId: string,
    @Args('ruleSet', { type: () => String, description: Object.keys(ruleSets).join(', ') }) name: string,
  ): Promise<CounterfactualShown> {
    if (!Object.hasOwn(ruleSets, name)) throw wireError('BAD_USER_INPUT');
    const rules = ruleSets[name as keyof typeof ruleSets];
    const { facts, telling, pots, lastDay } = await this.opened(studyId, caseId);
    return counterfactualShown(caseId, counterfactual(facts, rules, { asOf: lastDay, pots: await pots(rules) }), telling);
  }

  private async opened(studyId: string, caseId: string): Promise<OpenCase> {
    const found = await this.cases.open(studyId, caseId);
    if (!found) throw wireError('NOT_FOUND');
    return found;
  }
}
