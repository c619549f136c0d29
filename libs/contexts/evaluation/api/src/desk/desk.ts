import { Rules, studyDemands, type StudyAction } from '@perspectief/access';
import { mustBeSignedIn, wireError, type EdgeContext } from '@perspectief/edge';
import { isUuid, type Actor, type Uuid } from '@perspectief/kernel';
import type { AskLog, AskOutcome, Colleague, Staff } from '@perspectief/evaluation-register';
import type { Studies } from '@perspectief/evaluation-records';

export type Arguments = Readonly<Record<string, unknown>>;

/** Who asks, and what about; a question that is about no study has none. */
export interface Asker {
  readonly colleague: Colleague;
  readonly actor: Actor;
  readonly studyId: Uuid | undefined;
}

/** What stands in GraphQL's context once the desk let a question through. */
export interface AskerContext extends EdgeContext {
  readonly asker?: Asker;
}

/** Where an argument leads: the study that a job or a release belongs to. */
export interface Leads {
  studyOfJob(id: Uuid): Promise<Uuid | undefined>;
  studyOfRelease(id: Uuid): Promise<Uuid | undefined>;
}

interface DeskSources {
  readonly staff: Pick<Staff, 'find'>;
  readonly log: Pick<AskLog, 'write'>;
  readonly studies: Pick<Studies, 'find'>;
  readonly leads: Leads;
}

/** An id that is named, and leads nowhere. */
const NOWHERE = Symbol('nowhere');

/** The one place that every question, command and file of the evaluation passes: who, about which study, and into the log. */
export class StudyDesk {
  constructor(private readonly sources: DeskSources) {}

  /** Deny by default: what no policy says of this role, and what belongs to another municipality, is not found; each try is written down, and takes as long. */
  async admit(action: StudyAction, args: Arguments, { actor, unavailable }: EdgeContext): Promise<Asker> {
    if (unavailable) throw wireError('UNAVAILABLE');
    mustBeSignedIn({ actor });
    if (!actor) throw wireError('FORBIDDEN');
    const [colleague] = await this.sources.staff.find([actor.id]);
    if (!colleague || !colleague.active || colleague.role !== actor.role) throw wireError('FORBIDDEN');
    const rules = new Rules({ personId: colleague.id, role: colleague.role, municipality: colleague.municipality, areas: [], glasses: [] });
    const studyId = await this.studyIn(args);
    const about = studyId === NOWHERE ? undefined : await this.municipalityOf(action, studyId, colleague);
    const knows = rules.knows(action, 'study');
    if (about === undefined || !rules.may(action, { kind: 'study', facts: { municipality: about } })) {
      await this.write({ colleague, actor, studyId: typeof studyId === 'string' ? studyId : undefined }, action, 'denied');
      throw wireError(knows ? 'NOT_FOUND' : 'FORBIDDEN');
    }
    return { colleague, actor, studyId: typeof studyId === 'string' ? studyId : undefined };
  }

  /** Written down before the answer leaves; where that fails, none does. */
  async write({ colleague, studyId }: Asker, action: StudyAction, outcome: AskOutcome): Promise<void> {
    const { id: personId, role, municipality } = colleague;
    await this.sources.log.write({ personId, role, municipality, what: action, product: studyDemands[action], studyId, outcome });
  }

  private async studyIn({ studyId, jobId, releaseId }: Arguments): Promise<Uuid | undefined | typeof NOWHERE> {
    const named = [studyId, jobId, releaseId].filter((id) => id != null);
    if (named.length === 0) return undefined;
    if (named.some((id) => !isUuid(id))) return NOWHERE;
    if (studyId != null) return studyId as Uuid;
    const found = jobId != null ? await this.sources.leads.studyOfJob(jobId as Uuid) : await this.sources.leads.studyOfRelease(releaseId as Uuid);
    return found ?? NOWHERE;
  }

  /** A study that begins has no municipality yet: it is that of who begins it. */
  private async municipalityOf(action: StudyAction, studyId: Uuid | undefined, { municipality }: Colleague): Promise<string | undefined> {
    if (studyId === undefined) return municipality;
    const study = await this.sources.studies.find(studyId);
    return study?.history[0]?.municipality ?? (action === 'DraftStudy' ? municipality : undefined);
  }
}
