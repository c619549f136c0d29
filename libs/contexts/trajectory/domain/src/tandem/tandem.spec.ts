import { idOf, opened, TRAJECTORY } from '../testing/histories.js';
import { scenario, standardContext } from '../testing/scenario.js';
import type { TandemCommand } from './commands.js';

const trajectoryId = TRAJECTORY;
const tandemId = idOf(200);
const propose = (expertId = 'expert', id = tandemId): TandemCommand => ({
  type: 'ProposeTandem',
  data: { trajectoryId, tandemId: id, coachId: 'coach', expertId },
});
const accept: TandemCommand = { type: 'AcceptTandem', data: { trajectoryId } };
const decline: TandemCommand = { type: 'DeclineTandem', data: { trajectoryId, reason: 'liever niet' } };
const pause: TandemCommand = { type: 'PauseTandem', data: { trajectoryId } };
const resume: TandemCommand = { type: 'ResumeTandem', data: { trajectoryId } };
const end: TandemCommand = { type: 'EndTandem', data: { trajectoryId, reason: 'goal-reached' } };
const replaceExpert = (expertId: string): TandemCommand => ({ type: 'ReplaceExpert', data: { trajectoryId, expertId } });
const replaceCoach = (coachId: string): TandemCommand => ({ type: 'ReplaceCoach', data: { trajectoryId, coachId } });
const log = (n: number): TandemCommand => ({
  type: 'LogTandemContact',
  data: { trajectoryId, contactId: idOf(n), kind: 'home-visit', minutes: 75 },
});
const expertWith = (facts: object) => ({ people: { ...standardContext.people, expert: { ...standardContext.people['expert']!, ...facts } } });

describe('proposing a tandem', () => {
  scenario('a coach and a certified expert may be proposed')
    .after(opened)
    .when('2024-01-09', propose())
    .then({ type: 'TandemProposed', data: { tandemId, coachId: 'coach', expertId: 'expert' } });
  scenario('a person who is not in the directory is unknown')
    .after(opened)
    .when('2024-01-09', propose('nobody'))
    .refused('UNKNOWN_PERSON', { field: 'expertId' });
  scenario('a coach is no expert, whatever papers stand in the directory')
    .knowing(expertWith({ role: 'neighbourhood-coach' }))
    .after(opened)
    .when('2024-01-09', propose())
    .refused('UNKNOWN_PERSON', { field: 'expertId' });
  scenario('an expert is no coach')
    .after(opened)
    .when('2024-01-09', { type: 'ProposeTandem', data: { trajectoryId, tandemId, coachId: 'other-expert', expertId: 'expert' } })
    .refused('UNKNOWN_PERSON', { field: 'coachId' });
  scenario('while a tandem runs no other starts')
    .after(opened, ['2024-01-09', propose()], ['2024-01-10', accept])
    .when('2024-01-11', propose('other-expert', idOf(201)))
    .refused('TANDEM_RUNNING');
  scenario('an expert with lived experience alone is not certified')
    .knowing(expertWith({ qualification: 'lived' }))
    .after(opened)
    .when('2024-01-09', propose())
    .refused('EXPERT_NOT_CERTIFIED');
  scenario('an expert who signs secrecy only tomorrow may not start today')
    .knowing(expertWith({ secrecySignedOn: '2024-01-10' }))
    .after(opened)
    .when('2024-01-09', propose())
    .refused('EXPERT_NOT_CERTIFIED');
  scenario('an expert without a conduct certificate may not start')
    .knowing(expertWith({ conductCertificateOn: undefined }))
    .after(opened)
    .when('2024-01-09', propose())
    .refused('EXPERT_NOT_CERTIFIED');
  scenario('an expert with as many tandems as fit takes no more')
    .knowing({ runningTandems: { expert: 4 } })
    .after(opened)
    .when('2024-01-09', propose())
    .refused('EXPERT_AT_CAPACITY', { facts: { capacity: 4 } });
  scenario('an expert whom the household declined is not proposed again')
    .after(opened, ['2024-01-09', propose()], ['2024-01-10', decline])
    .when('2024-01-11', propose('expert', idOf(201)))
    .refused('EXPERT_DECLINED_BEFORE');
  scenario('the id of an earlier tandem is in use')
    .after(opened, ['2024-01-09', propose()], ['2024-01-10', decline])
    .when('2024-01-11', propose('other-expert'))
    .refused('TANDEM_EXISTS');
  scenario('a second proposal waits for the answer to the first')
    .after(opened, ['2024-01-09', propose()])
    .when('2024-01-10', propose('other-expert', idOf(201)))
    .refused('OUT_OF_ORDER');
});

describe('the answer of the household', () => {
  scenario('with its yes the tandem starts')
    .after(opened, ['2024-01-09', propose()])
    .when('2024-01-10', accept)
    .then({ type: 'TandemStarted', data: { tandemId } });
  scenario('with its no the proposal is over')
    .after(opened, ['2024-01-09', propose()])
    .when('2024-01-10', decline)
    .then({ type: 'TandemDeclined', data: { tandemId, reason: 'liever niet' } });
  scenario('a tandem that nobody proposed cannot be accepted').after(opened).when('2024-01-10', accept).refused('OUT_OF_ORDER');
  scenario('a tandem that nobody proposed cannot be declined').after(opened).when('2024-01-10', decline).refused('OUT_OF_ORDER');
});

describe('a running tandem', () => {
  const scenarioFrom = (...history: Parameters<ReturnType<typeof scenario>['after']>) => (title: string) => scenario(title).after(...history);
  const running = () => scenarioFrom(opened, ['2024-01-09', propose()], ['2024-01-10', accept]);

  running()('logs its contacts')
    .when('2024-01-11', log(300))
    .then({ type: 'TandemContactLogged', data: { tandemId, contactId: idOf(300), kind: 'home-visit', minutes: 75, note: undefined } });
  running()('knows each contact once').when('2024-01-11', log(300)).thenTypes('TandemContactLogged');
  running()('pauses').when('2024-01-11', pause).then({ type: 'TandemPaused', data: { tandemId } });
  running()('cannot resume what did not pause').when('2024-01-11', resume).refused('OUT_OF_ORDER');
  running()('ends').when('2024-01-11', end).then({ type: 'TandemEnded', data: { tandemId, reason: 'goal-reached' } });
  running()('may get another expert')
    .when('2024-01-11', replaceExpert('other-expert'))
    .then({ type: 'ExpertReplaced', data: { tandemId, expertId: 'other-expert' } });
  running()('may get another coach')
    .when('2024-01-11', replaceCoach('other-coach'))
    .then({ type: 'CoachReplaced', data: { tandemId, coachId: 'other-coach' } });
  running()('does not replace its expert by a stranger').when('2024-01-11', replaceExpert('nobody')).refused('UNKNOWN_PERSON');
  running()('does not replace its coach by a stranger').when('2024-01-11', replaceCoach('nobody')).refused('UNKNOWN_PERSON');
  running()('does not replace its expert by a coach').when('2024-01-11', replaceExpert('other-coach')).refused('UNKNOWN_PERSON', { field: 'expertId' });
  running()('does not replace its coach by an expert').when('2024-01-11', replaceCoach('other-expert')).refused('UNKNOWN_PERSON', { field: 'coachId' });

  const paused = scenarioFrom(opened, ['2024-01-09', propose()], ['2024-01-10', accept], ['2024-01-11', pause]);
  paused('when paused, takes no contacts').when('2024-01-12', log(300)).refused('TANDEM_PAUSED');
  paused('when paused, does not pause again').when('2024-01-12', pause).refused('OUT_OF_ORDER');
  paused('when paused, resumes').when('2024-01-12', resume).then({ type: 'TandemResumed', data: { tandemId } });

  scenario('no contact without a tandem').after(opened).when('2024-01-11', log(300)).refused('TANDEM_NOT_RUNNING');
  scenario('no pause without a tandem').after(opened).when('2024-01-11', pause).refused('TANDEM_NOT_RUNNING');
  scenario('no end without a tandem').after(opened).when('2024-01-11', end).refused('TANDEM_NOT_RUNNING');
});
