import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { sentenceOf, wireError } from '@perspectief/edge';
import type { ShownPart } from '@perspectief/evaluation-figures';
import { Releases, type Release } from '@perspectief/evaluation-register';
import { ReleasedPart, StudyRelease } from './release.shown.js';

const nothing = { hidden: null, sentence: null, number: null, table: null, flow: null, curve: null, map: null, variants: null, counts: null } as const;

const partShown = (part: ShownPart): ReleasedPart => {
  if ('hidden' in part) return { ...nothing, name: part.name, hidden: part.hidden, sentence: sentenceOf({ code: part.hidden }) };
  return { ...nothing, name: part.name, ...(part.shown as object) };
};

const releaseShown = ({ releaseId, studyId, cohortId, spec, cutOn, madeAt, parts }: Release): StudyRelease => ({
  id: releaseId, studyId, cohortId, kind: spec.kind, by: spec.by ?? null, from: spec.from ?? null, to: spec.to ?? null, ruleSet: spec.ruleSet ?? null,
  cutOn, madeAt, parts: parts.map(partShown),
});

/** Figures that were let out: read as often as one likes, never computed anew. */
@Resolver()
export class ReleaseQueries {
  constructor(private readonly known: Releases) {}

  @Query(() => [StudyRelease], { description: 'Every figure of a study that was let out, in the order in which it was.' })
  async releases(@Args('studyId', { type: () => ID }) studyId: string): Promise<StudyRelease[]> {
    return (await this.known.list(studyId)).map(releaseShown);
  }

  @Query(() => StudyRelease)
  async release(@Args('releaseId', { type: () => ID }) releaseId: string): Promise<StudyRelease> {
    const release = await this.known.find(releaseId);
    if (!release) throw wireError('NOT_FOUND');
    return releaseShown(release);
  }
}
