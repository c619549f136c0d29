import { staffNames } from './offices.js';
import { MY_AREAS, MY_MUNICIPALITY, MY_WHOLE_MUNICIPALITY, type Condition, type RolePolicy } from './words.js';

/** Pots of the own area; a holder without an area answers for all pots of the municipality. */
const mine: readonly Condition[] = [{ municipality: MY_MUNICIPALITY, areas: { $in: MY_AREAS } }, { municipality: MY_WHOLE_MUNICIPALITY }];

export const budgetHolder: RolePolicy = {
  role: 'budget-holder',
  rows: [
    {
      may: ['OpenBudget'],
      on: 'place',
      when: mine,
      why: { nl: 'De budgethouder opent potten in het eigen gebied.', en: 'The holder opens pots in the own area.' },
      source: 'domain.md 9',
      purpose: 'spending',
    },
    {
      may: [
        ...(['Contribute', 'WithdrawContribution', 'GrantMandate', 'RevokeMandate', 'CloseYear', 'ProposeCeilingRaise', 'ConfirmCeilingRaise'] as const),
        ...(['pooledBudget', 'pooledBudgets', 'mandates', 'yearStatement', 'spendingFlow', 'approvalQueueChanged'] as const),
        ...(['year-statement.csv', 'ledger.csv', 'householdSpend'] as const),
      ],
      on: 'pot',
      when: mine,
      parts: ['room', 'accounts', 'mandates', 'spending'],
      why: { nl: 'De budgethouder verantwoordt de potten.', en: 'The holder accounts for the pots.' },
      source: 'domain.md 9',
      purpose: 'spending',
    },
    {
      may: [
        ...(['ApproveSpending', 'ReturnSpending', 'RejectSpending', 'RecordPayment', 'RecordRefund', 'SettleSpending'] as const),
        ...(['approvalQueue', 'spendingRequest', 'budgetAttention'] as const),
      ],
      on: 'request',
      when: mine,
      parts: ['request', 'reasons', 'accounts'],
      why: { nl: 'Aanvragen met hun redenen, onder een nummer en zonder naam, verhaal, score of schuldeiser.', en: 'Requests with their reasons, under a number, without name, story, score or creditor.' },
      source: 'domain.md 9',
      purpose: 'spending',
    },
    {
      may: ['ProposeCeilingRaise', 'ConfirmCeilingRaise'],
      on: 'file',
      when: [{ municipality: MY_MUNICIPALITY }],
      why: { nl: 'Twee budgethouders verhogen het plafond van een huishouden in de eigen gemeente.', en: 'Two holders raise the ceiling of a household in the own municipality.' },
      source: 'domain.md 9, PB-07',
      purpose: 'spending',
    },
    {
      may: ['householdSpend'],
      on: 'file',
      when: [{ municipality: MY_MUNICIPALITY }],
      parts: ['spending'],
      why: { nl: 'Wat een huishouden uit de eigen potten kreeg, onder een nummer.', en: 'What a household had from the own pots, under a number.' },
      source: 'domain.md 9',
      purpose: 'spending',
    },
    {
      may: ['worklist', 'worklistChanged'],
      on: 'request',
      when: mine,
      parts: ['budget-work'],
      why: { nl: 'Wat een aanvraag van de budgethouder vraagt.', en: 'What a request asks of the holder.' },
      source: 'domain.md 9',
      purpose: 'spending',
    },
    staffNames,
  ],
};
