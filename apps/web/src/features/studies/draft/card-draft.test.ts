import { describe, expect, test } from 'vitest';
import { cardOf, draftOf, emptyArm, emptyCard, emptyCondition, type CardDraft } from './card-draft';
import { problemsOf } from './problems';

const [tandem, none] = [{ ...emptyCondition(), event: 'TandemStarted' }, { ...emptyCondition(), event: 'TandemStarted', not: true }];
const draft: CardDraft = {
  ...emptyCard(), question: 'How long?', purpose: 'evaluation', legalBasis: 'GDPR 89', timeZero: 'FirstConversationHeld', outcome: 'PlanAgreed', outcomeSays: 'plan agreed',
  eligibility: [{ ...emptyCondition(), kind: 'attribute', attribute: 'area', values: 'beijum, haren,' }, { ...emptyCondition(), event: 'FreezeRequested', days: '90', not: true }],
  arms: [{ ...emptyArm(), name: 'tandem', when: [tandem] }, { ...emptyArm(), name: 'no tandem', when: [none] }],
};

describe('a card that is written', () => {
  test('is sent as the service reads it', () => {
    expect(problemsOf(draft)).toEqual({});
    expect(cardOf(draft)).toMatchObject({
      eligibility: [{ kind: 'attribute', attribute: 'area', values: ['beijum', 'haren'] }, { kind: 'happened', event: 'FreezeRequested', from: '-90', to: '0', not: true }],
      arms: [{ name: 'tandem', when: [{ kind: 'happened', event: 'TandemStarted' }] }, { name: 'no tandem', when: [{ event: 'TandemStarted', not: true }] }],
      censoring: [{ reason: 'moved', informative: false }, { reason: 'withdrew', informative: true }, { reason: 'no-contact', informative: true }], followUpDays: 365,
    });
    expect(cardOf(draft)).not.toHaveProperty('municipalities');
  });

  test('comes back as it was sent, for its next version', () => {
    const sent = cardOf({ ...draft, municipalities: 'groningen' });
    const shown = (one: (typeof sent.eligibility)[number]) => ({ kind: one.kind, event: one.event ?? null, attribute: one.attribute ?? null, values: one.values ?? null, from: one.from ?? null, not: one.not ?? null });
    const back = draftOf({ ...sent, municipalities: ['groningen'], eligibility: sent.eligibility.map(shown), arms: sent.arms.map(({ name, when }) => ({ name, when: when.map(shown) })) });
    expect(cardOf(back)).toEqual(sent);
  });

  test.each<readonly [string, Partial<CardDraft>, string, string]>([
    ['a question', { question: ' ' }, 'question', 'text'],
    ['a beginning', { timeZero: '' }, 'timeZero', 'chooseEvent'],
    ['an outcome that does not also define the beginning', { outcome: 'FirstConversationHeld' }, 'outcome', 'outcomeApart'],
    ['an outcome that does not also define an arm', { outcome: 'TandemStarted' }, 'outcome', 'outcomeApart'],
    ['two arms', { arms: draft.arms.slice(0, 1) }, 'arms', 'twoArms'],
    ['whole days', { followUpDays: '1.5' }, 'followUpDays', 'followUp'],
    ['some analysis', { analysis: [] }, 'analysis', 'one'],
  ])('wants %s', (_, change, field, problem) => {
    expect(problemsOf({ ...draft, ...change })).toMatchObject({ [field]: problem });
  });

  test('wants arms that are called otherwise, and conditions that say something', () => {
    const [one, two] = draft.arms as [CardDraft['arms'][number], CardDraft['arms'][number]];
    expect(problemsOf({ ...draft, arms: [one, { ...two, name: 'tandem ' }] })).toEqual({ [`${two.key}.name`]: 'sameName' });
    const blank = emptyCondition();
    expect(problemsOf({ ...draft, arms: [one, { ...two, when: [blank] }] })).toEqual({ [`${blank.key}.event`]: 'chooseEvent' });
  });
});
