import { deriveId } from '@perspectief/kernel';
import type { Shown, Stage } from '../stage.js';
import { settle } from '../town.js';

const NEWCOMERS = 3;

export const anotherStudy = (stage: Stage): void => describe('another study, under a key of its own', () => {
  const studyId = deriveId('another study of the e2e');
  const everybody = async (of: string): Promise<Shown['parts'][number] | undefined> => {
    const { data } = await stage.service.ask('query ($s: ID!) { releases(studyId: $s) { kind parts { name hidden flow { name kept } } } }', { s: of });
    return (data as unknown as { releases: Shown[] }).releases.find(({ kind }) => kind === 'attrition')?.parts[0];
  };

  test('of nearly the same people says nothing that less the first is about a few of them', async () => {
    const { service, card } = stage;
    await settle(service.platform.store, service.cases + NEWCOMERS, service.cases);
    const drafted = await service.send('DraftStudy', { studyId, card: { ...card, question: 'And a few days later?' } });
    await service.send('ApproveStudy', { studyId, version: 1, hash: drafted.study?.hash }, 'privacy-officer-1');
    const frozen = await service.finished((await service.send('FreezeCohort', { studyId })).job?.id ?? '');
    const asked = await service.send('ReleaseFigures', { studyId, cohortId: frozen.cohortId, figures: [{ kind: 'attrition' }] });
    expect(await service.finished(asked.job?.id ?? '')).toMatchObject({ state: 'done' });
    expect(await everybody(stage.studyId)).toMatchObject({ hidden: null });
    expect(await everybody(studyId)).toMatchObject({ hidden: 'DIFFERENCING', flow: null });
  }, 60_000);
});
