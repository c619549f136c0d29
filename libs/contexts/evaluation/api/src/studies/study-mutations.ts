import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { wireError, type Refused } from '@perspectief/edge';
import { addMonths, dayOf, isRefused, isUuid, refuse, toLocal, type Refusal } from '@perspectief/kernel';
import { misfitOf, usualFigures, type FigureSpec } from '@perspectief/evaluation-figures';
import { Jobs, type JobRequest } from '@perspectief/evaluation-register';
import { Studies } from '@perspectief/evaluation-records';
import { studyCard, type StudyCommand } from '@perspectief/evaluation-studies';
import { askerOf, refused } from '../desk/asker.js';
import type { Asker, AskerContext } from '../desk/desk.js';
import { jobShown } from '../jobs/job.shown.js';
import { LogToRead } from '../log.js';
import { studyShown, withoutNulls } from './in-words.js';
import { Destroyed, JobAsked, JobResultUnion, StudyChanged, StudyResult } from './results.js';
import { ApproveStudyInput, CancelJobInput, CutDatasetInput, DestroyStudyKeyInput, DraftStudyInput, FreezeCohortInput, ReleaseFiguresInput } from './study.inputs.js';

/** A data set that nobody renews is to be thrown away after this many months. */
const KEPT_FOR = 12;
const MOST_FIGURES = 30;

const COMMAND_ID = { type: () => ID, description: 'UUID chosen by the sender: sent twice, it is one command.' } as const;
const no = (refusal: { readonly refused: Refusal }): Refused => refused(refusal.refused);

/** What changes a study, and the heavy work that is asked for. */
@Resolver()
export class StudyMutations {
  constructor(
    private readonly studies: Studies,
    private readonly jobs: Jobs,
    private readonly log: LogToRead,
  ) {}

  @Mutation(() => StudyResult, { description: 'Writes down what is to be compared, before looking; again for a new version.' })
  async draftStudy(@Args('input') { studyId, card }: DraftStudyInput, @Args('commandId', COMMAND_ID) commandId: string, @Context() context: AskerContext): Promise<StudyChanged | Refused> {
    const read = studyCard.strict().safeParse(withoutNulls(card));
    if (!read.success) return no(refuse('CARD_INCOMPLETE', { field: read.error.issues[0]?.path.join('.') ?? 'card' }));
    return this.change({ type: 'DraftStudy', data: { studyId, card: read.data } }, commandId, context);
  }

  @Mutation(() => StudyResult, { description: 'Agrees with a version of the card, as a second person.' })
  approveStudy(@Args('input') input: ApproveStudyInput, @Args('commandId', COMMAND_ID) commandId: string, @Context() context: AskerContext): Promise<StudyChanged | Refused> {
    const { studyId, version, hash } = input;
    return this.change({ type: 'ApproveStudy', data: { studyId, version, hash } }, commandId, context);
  }

  @Mutation(() => JobResultUnion, { description: 'Fixes who is in, at this place of the log.' })
  async freezeCohort(@Args('input') { studyId }: FreezeCohortInput, @Args('commandId', COMMAND_ID) commandId: string, @Context() context: AskerContext): Promise<JobAsked | Refused> {
    const study = await this.studies.find(studyId);
    if (study?.state.phase !== 'approved') return no(refuse('NOT_APPROVED'));
    const position = await this.log.head();
    if (position === undefined) return no(refuse('NOTHING_THERE'));
    return this.ask({ kind: 'freeze', position }, commandId, context);
  }

  @Mutation(() => JobResultUnion, { description: 'Writes a data set of a frozen cohort: controlled microdata.' })
  async cutDataset(@Args('input') { studyId, cohortId, upToNow }: CutDatasetInput, @Args('commandId', COMMAND_ID) commandId: string, @Context() context: AskerContext): Promise<JobAsked | Refused> {
    const cohort = await this.cohortOf(studyId, cohortId);
    if (!cohort) return no(refuse('UNKNOWN_COHORT', { field: 'cohortId' }));
    const position = (upToNow ? await this.log.head() : undefined) ?? cohort.position;
    const expiresOn = addMonths(dayOf(toLocal(new Date().toISOString())), KEPT_FOR);
    return this.ask({ kind: 'cut', cohortId, position, expiresOn }, commandId, context);
  }

  @Mutation(() => JobResultUnion, { description: 'Lets figures of a frozen cohort out, past disclosure control: safe aggregates. What was let out before is not computed again.' })
  async releaseFigures(@Args('input') { studyId, cohortId, figures }: ReleaseFiguresInput, @Args('commandId', COMMAND_ID) commandId: string, @Context() context: AskerContext): Promise<JobAsked | Refused> {
    if (!(await this.cohortOf(studyId, cohortId))) return no(refuse('UNKNOWN_COHORT', { field: 'cohortId' }));
    const wanted = figures ? (withoutNulls(figures) as FigureSpec[]) : usualFigures;
    if (wanted.length === 0 || wanted.length > MOST_FIGURES) return no(refuse('NOT_A_FIGURE', { field: 'figures' }));
    const misfits = wanted.map((spec, i) => [i, misfitOf(spec)] as const).find(([, field]) => field !== undefined);
    if (misfits) return no(refuse('NOT_A_FIGURE', { field: `figures.${misfits[0]}.${misfits[1]}` }));
    return this.ask({ kind: 'release', cohortId, figures: wanted }, commandId, context);
  }

  @Mutation(() => JobResultUnion, { description: 'Stops work that waits or runs; nothing half is kept.' })
  async cancelJob(@Args('input') { jobId }: CancelJobInput): Promise<JobAsked | Refused> {
    await this.jobs.cancel(jobId);
    const job = await this.jobs.find(jobId);
    return job ? { job: jobShown(job) } : no(refuse('UNKNOWN_JOB', { field: 'jobId' }));
  }

  @Mutation(() => Destroyed, { description: 'From here on nobody can lead a name of the study back, and it cannot be cut again.' })
  async destroyStudyKey(@Args('input') { studyId }: DestroyStudyKeyInput): Promise<Destroyed> {
    await this.studies.keys.destroy(studyId);
    return { studyId };
  }

  private async cohortOf(studyId: string, cohortId: string) {
    return (await this.studies.find(studyId))?.state.cohorts.find((one) => one.cohortId === cohortId);
  }

  private async change(command: StudyCommand, commandId: string, context: AskerContext): Promise<StudyChanged | Refused> {
    const asker = askerOf(context);
    if (!isUuid(commandId)) throw wireError('BAD_USER_INPUT');
    const decision = await this.studies.run(command, { commandId, ...senderOf(asker) });
    if (isRefused(decision)) return no(decision);
    const study = await this.studies.find(command.data.studyId);
    if (!study) throw wireError('NOT_FOUND');
    return { study: studyShown(study) };
  }

  /** The command's id is the job's: asked twice by one person, it is one job. */
  private async ask(request: JobRequest, commandId: string, context: AskerContext): Promise<JobAsked | Refused> {
    const { actor, colleague, studyId } = askerOf(context);
    if (!isUuid(commandId) || studyId === undefined) throw wireError('BAD_USER_INPUT');
    await this.jobs.ask({ id: commandId, studyId, municipality: colleague.municipality, request, askedBy: actor });
    const job = await this.jobs.find(commandId);
    if (job?.studyId !== studyId || job.askedBy.id !== actor.id || job.request.kind !== request.kind) return no(refuse('COMMAND_ID_REUSED', { field: 'commandId' }));
    return { job: jobShown(job) };
  }
}

const senderOf = ({ actor, colleague: { municipality } }: Asker) => ({ actor, municipality, now: new Date().toISOString() });
