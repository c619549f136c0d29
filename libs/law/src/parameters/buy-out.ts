import type { ParameterDefinitions } from './parameter.js';

const nvvk = { source: 'NVVK module Schuldregeling', confidence: 'sure' } as const;
const guaranteeFund = { article: 'BO-17', source: 'Waarborgfonds saneringskredieten', confidence: 'sure' } as const;
const fee = { article: 'BO-18', source: 'NVVK fee ceiling', confidence: 'sure' } as const;
const since2012 = '2012-07-01';
const wsnpReform = '2023-07-01';

/** Arranging and buying out debts (NVVK practice). */
export const buyOut = {
  'arrangement-months': {
    id: 'BO-02', unit: 'months', article: 'BO-02', ...nvvk,
    explain: {
      nl: 'Zoveel maanden betaalt of spaart het huishouden voor een regeling.',
      en: 'The number of months that the household pays or saves for an arrangement.',
    },
    versions: [{ value: 36, validFrom: since2012 }, { value: 18, validFrom: wsnpReform }],
  },
  'preferential-weight': {
    id: 'BO-05', unit: 'times', article: 'Fw 349 lid 2', ...nvvk,
    explain: {
      nl: 'Een schuldeiser met voorrang krijgt zoveel keer het percentage van een gewone schuldeiser.',
      en: 'A creditor with priority gets this many times the percentage of an ordinary creditor.',
    },
    versions: [{ value: 2, validFrom: since2012 }],
  },
  'arranging-phase-maximum': {
    id: 'BO-09', unit: 'days', article: 'BO-09', ...nvvk,
    explain: {
      nl: 'Binnen deze tijd is er een regeling met de schuldeisers.',
      en: 'The arrangement with the creditors is there within this time.',
    },
    versions: [{ value: 120, validFrom: since2012 }],
  },
  'creditor-response-term': {
    id: 'BO-10', unit: 'days', article: 'BO-10', source: 'product policy after NVVK agreements', confidence: 'verify',
    explain: {
      nl: 'Zo lang heeft een schuldeiser om te antwoorden. Zwijgen is nooit een ja.',
      en: 'The time that a creditor has to answer. Silence is never a yes.',
    },
    versions: [{ value: 28, validFrom: since2012 }],
  },
  'creditor-reminder-after': {
    id: 'BO-10.reminder', unit: 'days', article: 'BO-10', source: 'product policy after NVVK agreements', confidence: 'verify',
    explain: { nl: 'Na deze tijd krijgt de schuldeiser een herinnering.', en: 'The creditor gets a reminder after this time.' },
    versions: [{ value: 14, validFrom: since2012 }],
  },
  'guarantee-premium': {
    id: 'BO-17', unit: 'percent', ...guaranteeFund,
    explain: { nl: 'Premie voor het waarborgfonds, als deel van het krediet.', en: 'Premium for the guarantee fund, as a part of the credit.' },
    versions: [{ value: 1, validFrom: since2012 }],
  },
  'guarantee-automatic-up-to': {
    id: 'BO-17.automatic', unit: 'cents', ...guaranteeFund,
    explain: {
      nl: 'Tot dit bedrag staat het waarborgfonds zonder extra toets garant.',
      en: 'The guarantee fund covers up to this amount without an extra test.',
    },
    versions: [{ value: 500_000, validFrom: since2012 }],
  },
  'mediation-fee-share': {
    id: 'BO-18', unit: 'percent', ...fee,
    explain: { nl: 'Bemiddeling kost ten hoogste dit deel van de aflossing.', en: 'Mediation costs at most this part of the repayment.' },
    versions: [{ value: 9, validFrom: since2012 }],
  },
  'mediation-fee-monthly': {
    id: 'BO-18.monthly', unit: 'cents', ...fee,
    explain: { nl: 'Beheer kost ten hoogste dit bedrag per maand.', en: 'Management costs at most this amount a month.' },
    versions: [{ value: 600, validFrom: since2012 }],
  },
  'credit-registration-removal': {
    id: 'BO-20', unit: 'months', article: 'BO-20', source: 'municipal policy, VNG news', confidence: 'verify',
    explain: {
      nl: 'Zo lang na het einde blijft het krediet nog in het register staan.',
      en: 'How long after its end the credit stays in the register.',
    },
    versions: [{ value: 60, validFrom: since2012 }, { value: 6, validFrom: wsnpReform }],
  },
} as const satisfies ParameterDefinitions;
