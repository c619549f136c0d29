import { deriveId } from '@perspectief/kernel';
import { MICRODATA, type Stage } from '../stage.js';

export const aStudy = (stage: Stage): void => describe('a study', () => {
  const { studyId, card } = stage;

  test('is written down, and a second person agrees before anything is frozen', async () => {
    expect(await stage.service.send('DraftStudy', { studyId, card: { ...card, arms: [] } })).toMatchObject({ code: 'CARD_INCOMPLETE', field: 'arms' });
    expect(await stage.service.send('DraftStudy', { studyId, card: { ...card, timeZero: { event: 'PlanAgreed' } } })).toMatchObject({ code: 'OUTCOME_IN_DEFINITION' });
    const drafted = await stage.service.send('DraftStudy', { studyId, card });
    expect(drafted.study).toMatchObject({ id: studyId, phase: 'drafted', version: 1 });
    stage.hash = drafted.study?.hash ?? '';
    expect(await stage.service.send('FreezeCohort', { studyId })).toMatchObject({ code: 'NOT_APPROVED' });
    expect(await stage.service.send('ApproveStudy', { studyId, version: 1, hash: stage.hash })).toMatchObject({ code: 'OWN_STUDY' });
    expect(await stage.service.send('ApproveStudy', { studyId, version: 1, hash: 'another' }, 'privacy-officer-1')).toMatchObject({ code: 'CARD_CHANGED' });
    expect(await stage.service.send('ApproveStudy', { studyId, version: 1, hash: stage.hash }, 'privacy-officer-1')).toMatchObject({ study: { phase: 'approved' } });
  });

  test('a privacy officer writes none, cuts none, and sees no single case', async () => {
    for (const [type, input] of [['DraftStudy', { studyId, card }], ['CutDataset', { studyId, cohortId: studyId }]] as const)
      expect(await stage.service.send(type, input, 'privacy-officer-1')).toMatchObject({ errors: ['FORBIDDEN'] });
    expect(await stage.service.ask('query ($s: ID!) { studyCases(studyId: $s, cohortId: $s) { caseId } }', { s: studyId }, 'privacy-officer-1')).toMatchObject({ errors: ['FORBIDDEN'] });
  });

  test('each product has a role of its own: who lets figures out sees no single case and cuts nothing, and the other way round', async () => {
    const { service } = stage;
    const questions = [
      ['studyCases(studyId: $s, cohortId: $s) { caseId }', MICRODATA], ['dataSets(studyId: $s) { id }', MICRODATA], ['releases(studyId: $s) { id }', 'evaluator-1'],
    ] as const;
    for (const [question, who] of questions)
      for (const person of ['evaluator-1', MICRODATA]) {
        const { errors } = await service.ask(`query ($s: ID!) { ${question} }`, { s: studyId }, person);
        expect([question, person, errors.includes('FORBIDDEN')]).toEqual([question, person, person !== who]);
      }
    expect(await service.send('CutDataset', { studyId, cohortId: studyId })).toMatchObject({ errors: ['FORBIDDEN'] });
    for (const [type, input] of [['DraftStudy', { studyId, card }], ['ReleaseFigures', { studyId, cohortId: studyId }], ['ApproveStudy', { studyId, version: 1, hash: stage.hash }]] as const)
      expect(await service.send(type, input, MICRODATA)).toMatchObject({ errors: ['FORBIDDEN'] });
  });

  test('a study of another municipality is not found, as one that nobody ever wrote', async () => {
    await stage.service.platform.directory.put({ id: 'evaluator-9', municipality: 'elders', role: 'evaluator', name: 'Ander' });
    const question = 'query ($s: ID!) { study(studyId: $s) { id } }';
    const [other, never] = [await stage.service.ask(question, { s: studyId }, 'evaluator-9'), await stage.service.ask(question, { s: deriveId('never') }, 'evaluator-9')];
    expect([other.errors, other.errors]).toEqual([['NOT_FOUND'], never.errors]);
  });
});
