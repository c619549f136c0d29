import { breakingGlass } from './break-glass.js';
import { staffNames } from './offices.js';
import type { Part } from './parts.js';
import { MY_AREAS, MY_MUNICIPALITY, type Condition, type PolicyRow, type RolePolicy } from './words.js';
import { domains } from '@perspectief/kernel';

/** Files of the own area in which there is work on debts, a threat or a freeze. */
const debtFile: Condition = { municipality: MY_MUNICIPALITY, areas: { $in: MY_AREAS }, debtWork: true };

const READS = ['trajectory', 'clocks', 'timeline'] as const;

const seen: readonly Part[] = [
  ...(['summary', 'stories', 'conversations', 'clocks', 'debts', 'sums', 'freezes', 'safety', 'buy-outs', 'learning', 'debt-notes'] as const),
  ...(['schuldhulp', 'participatiewet'] as const),
];

/** One row for each other law that keeps its details to itself: they open when a ground of the household says so. */
const opened = domains
  .filter((law) => !seen.includes(law))
  .map(
    (law): PolicyRow => ({
      may: READS,
      on: 'file',
      when: [{ ...debtFile, opened: `schuldhulp>${law}` }],
      parts: [law],
      why: {
        nl: `Wat onder ${law} valt blijft daar, tot een grond van het huishouden het opent.`,
        en: `What falls under ${law} stays there, until a ground of the household opens it.`,
      },
      source: 'PR-03, PR-05',
      purpose: 'debt-help',
      law: 'schuldhulp',
    }),
  );

export const debtCounsellor: RolePolicy = {
  role: 'debt-counsellor',
  rows: [
    {
      may: [
        ...(['RegisterDebt', 'CorrectDebt', 'RemoveDebt', 'ConfirmDebtInventory', 'RequestBalances', 'RecordBalance', 'StartArrangement'] as const),
        ...(['RecordProtectedAmount', 'RequestFreeze', 'RecordInterimOrder', 'GrantFreeze', 'DenyFreeze', 'RecordCreditorResponse'] as const),
        ...(['ConfirmCurrentCostsPaid', 'ReportBreach', 'ExtendFreeze', 'LiftFreeze', 'ReportToCourt', 'DraftBuyOut', 'SendOffers'] as const),
        ...(['RecordOfferResponse', 'AskForcedSettlement', 'RecordCourtRuling', 'RequestFunding', 'ConfirmFunding', 'RefuseFunding'] as const),
        ...(['PayCreditor', 'AgreeRepayment', 'RecordRepayment', 'MissRepayment', 'ForgiveMunicipalDebt', 'FailBuyOut'] as const),
      ],
      on: 'file',
      when: [debtFile],
      why: { nl: 'De schuldhulpverlener werkt aan schulden, rust en afkoop.', en: 'The debt counsellor works on debts, freezes and buy-outs.' },
      source: 'domain.md 9',
      purpose: 'debt-help',
      law: 'schuldhulp',
    },
    {
      may: ['ReceiveApplication', 'SuspendClock', 'ResumeClock', 'DecideApplication', 'ExtendTerm'],
      on: 'file',
      when: [{ ...debtFile, law: 'schuldhulp' }],
      why: { nl: 'Over schuldhulp besluit de schuldhulpverlener; over andere wetten niet.', en: 'The counsellor decides on debt help, and on no other law.' },
      source: 'domain.md 9',
      purpose: 'debt-help',
      law: 'schuldhulp',
    },
    {
      may: [...READS, 'trajectoryChanged'],
      on: 'file',
      when: [debtFile],
      parts: seen,
      why: { nl: 'Schulden, geld, rust en termijnen; van jeugd en Wmo alleen dat er hulp is.', en: 'Debts, money, freezes and clocks; of youth and Wmo only that support is in place.' },
      source: 'domain.md 9, PR-03',
      purpose: 'debt-help',
      law: 'schuldhulp',
    },
    ...opened,
    {
      may: ['household', 'households'],
      on: 'file',
      when: [debtFile],
      parts: ['summary', 'identity', 'address', 'members', 'grounds'],
      why: { nl: 'Wie het huishouden is, staat in elke brief aan een schuldeiser.', en: 'Who the household is stands in every letter to a creditor.' },
      source: 'domain.md 9',
      purpose: 'debt-help',
      law: 'schuldhulp',
    },
    {
      may: ['worklist', 'worklistChanged'],
      on: 'file',
      when: [debtFile],
      parts: ['debt-work'],
      why: { nl: 'Op de werklijst staat het eigen werk.', en: 'The worklist holds the own work.' },
      source: 'domain.md 9',
      purpose: 'debt-help',
      law: 'schuldhulp',
    },
    {
      may: ['householdSpend'],
      on: 'file',
      when: [debtFile],
      parts: ['spending'],
      why: { nl: 'Wat het huishouden kreeg, telt mee in de schuldhulp.', en: 'What the household was given counts in debt help.' },
      source: 'domain.md 9',
      purpose: 'debt-help',
      law: 'schuldhulp',
    },
    {
      may: ['RequestFunding', 'householdSpend'],
      on: 'pot',
      when: [{ municipality: MY_MUNICIPALITY }],
      parts: ['room'],
      why: { nl: 'Een afkoop kan uit een pot van de gemeente komen.', en: 'A buy-out may come from a pot of the municipality.' },
      source: 'domain.md 9',
      purpose: 'debt-help',
      law: 'schuldhulp',
    },
    ...breakingGlass,
    staffNames,
  ],
};
