import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { wireError } from '@perspectief/edge';
import { AskLog, askProducts, Jobs, type AskProduct, type KeptAsk } from '@perspectief/evaluation-register';
import { Studies } from '@perspectief/evaluation-records';
import { askerOf } from '../desk/asker.js';
import type { AskerContext } from '../desk/desk.js';
import { EvaluationJob, jobShown } from '../jobs/job.shown.js';
import { studyShown } from './in-words.js';
import { StudyAsk } from './ask.shown.js';
import { Study } from './study.shown.js';

const MOST = 200;
const within = (first: number): number => Math.min(MOST, Math.max(1, first));

/** Studies, work on them, and who asked for what. */
@Resolver()
export class StudyQueries {
  constructor(
    private readonly known: Studies,
    private readonly work: Jobs,
    private readonly log: AskLog,
  ) {}

  @Query(() => [Study], { description: 'Studies of the own municipality, the latest first.' })
  async studies(@Context() context: AskerContext): Promise<Study[]> {
    return (await this.known.list(askerOf(context).colleague.municipality)).map(studyShown);
  }

  @Query(() => Study)
  async study(@Args('studyId', { type: () => ID }) studyId: string): Promise<Study> {
    const study = await this.known.find(studyId);
    if (!study) throw wireError('NOT_FOUND');
    return studyShown(study);
  }

  @Query(() => [EvaluationJob], { description: 'Work that was asked for, the latest first; of one study, or of all.' })
  async jobs(
    @Args('studyId', { type: () => ID, nullable: true }) studyId: string | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Context() context: AskerContext,
  ): Promise<EvaluationJob[]> {
    const jobs = await this.work.list(askerOf(context).colleague.municipality, { studyId: studyId ?? undefined, limit: within(first) });
    return jobs.map(jobShown);
  }

  @Query(() => EvaluationJob)
  async job(@Args('jobId', { type: () => ID }) jobId: string): Promise<EvaluationJob> {
    const job = await this.work.find(jobId);
    if (!job) throw wireError('NOT_FOUND');
    return jobShown(job);
  }

  @Query(() => [StudyAsk], { description: 'Who asked the evaluation for what, the latest first.' })
  async studyLog(
    @Args('product', { type: () => String, nullable: true, description: askProducts.join(', ') }) product: string | null,
    @Args('before', { type: () => ID, nullable: true, description: 'Number of the last one seen.' }) before: string | null,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Context() context: AskerContext,
  ): Promise<StudyAsk[]> {
    if (before !== null && before !== undefined && !/^\d{1,18}$/.test(before)) throw wireError('BAD_USER_INPUT');
    const asks = await this.log.list(askerOf(context).colleague.municipality, {
      before: before ?? undefined, limit: within(first), product: askProducts.includes(product as AskProduct) ? (product as AskProduct) : undefined,
    });
    return asks.map(({ studyId, ...ask }: KeptAsk): StudyAsk => ({ ...ask, studyId: studyId ?? null }));
  }
}
