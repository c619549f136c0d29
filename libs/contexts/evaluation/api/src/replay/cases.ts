import { dayOf, dayOfMoment, type BusinessDate } from '@perspectief/kernel';
import { Cohorts } from '@perspectief/evaluation-register';
import { absencesIn, isAbsent } from '@perspectief/evaluation-datasets';
import { Studies } from '@perspectief/evaluation-records';
import { pseudonymised, spendingDecisions, type PotDecisions, type PotFact, type RuleSet, type TrajectoryFact } from '@perspectief/evaluation-replay';
import { LogToRead } from '../log.js';
import { Telling } from './telling.js';

/** A case of a study as it may be worked with: under the study's names, and with what is needed to tell it. */
export interface OpenCase {
  readonly facts: readonly TrajectoryFact[];
  readonly telling: Telling;
  /** Decisions of the pots that it asked for money, under a rule set. */
  readonly pots: (rules: RuleSet) => Promise<readonly PotDecisions[]>;
  /** The last day that the log knows of this case, in the log's calendar. */
  readonly lastDay: BusinessDate;
}

const POTS = 'pooledBudget-';

/** Finds cases of frozen cohorts: only those may be looked at one by one. */
export class Cases {
  constructor(
    private readonly studies: Studies,
    private readonly cohorts: Cohorts,
    private readonly log: LogToRead,
  ) {}

  /** Undefined where nobody goes by that name, the household is absent now, or the key of the study is destroyed. */
  async open(studyId: string, caseId: string): Promise<OpenCase | undefined> {
    const origin = await this.cohorts.originOf(studyId, caseId);
    const key = origin && (await this.studies.keys.of(studyId));
    if (!origin || !key) return undefined;
    const real = (await this.log.stream(`trajectory-${origin.trajectoryId}`)) as readonly TrajectoryFact[];
    const [opened] = real;
    if (opened?.type !== 'TrajectoryOpened') return undefined;
    const { householdId } = opened.data;
    const household = await this.log.stream(`household-${householdId}`);
    if (isAbsent(absencesIn(household), householdId)) return undefined;
    const facts = real.map((fact) => pseudonymised(fact, key.pseudonymOf));
    const days = real.flatMap(({ happenedOn, recordedAt }) => [dayOf(happenedOn), dayOfMoment(recordedAt)]).sort();
    return {
      facts, telling: new Telling(facts, key, householdId), lastDay: days.at(-1) ?? '',
      pots: (rules) => Promise.all(origin.potIds.map(async (id) => {
        const pot = (await this.log.stream(`${POTS}${id}`)) as readonly PotFact[];
        return spendingDecisions(pot.map((fact) => pseudonymised(fact, key.pseudonymOf)), rules);
      })),
    };
  }
}
