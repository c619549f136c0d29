import type { ParameterDefinitions } from './parameter.js';

const ours = { source: 'product policy', confidence: 'product' } as const;
const since2017 = '2017-01-01';

/** Aftercare, relapse and what is learnt from cases. */
export const aftercare = {
  'aftercare-term': {
    id: 'AFTERCARE', unit: 'months', article: 'AFTERCARE', ...ours,
    explain: { nl: 'Zo lang duurt nazorg gewoonlijk.', en: 'How long aftercare usually takes.' },
    versions: [{ value: 12, validFrom: since2017 }],
  },
  'missed-check-ins-alert': {
    id: 'AFTERCARE.missed', unit: 'count', article: 'AFTERCARE', ...ours,
    explain: {
      nl: 'Zoveel gemiste gesprekken na elkaar komen op de werklijst.',
      en: 'This many missed check-ins in a row come on the worklist.',
    },
    versions: [{ value: 2, validFrom: since2017 }],
  },
  'relapse-window': {
    id: 'RELAPSE', unit: 'months', article: 'RELAPSE', ...ours,
    explain: {
      nl: 'Nieuwe problemen binnen deze tijd na het einde tellen als terugval.',
      en: 'New problems within this time after the end count as a relapse.',
    },
    versions: [{ value: 24, validFrom: since2017 }],
  },
  'relapse-signals': {
    id: 'RELAPSE.signals', unit: 'count', article: 'RELAPSE', ...ours,
    explain: {
      nl: 'Vroegsignalen van zoveel verschillende partners wijzen op terugval.',
      en: 'Early signals from this many different partners point to a relapse.',
    },
    versions: [{ value: 2, validFrom: since2017 }],
  },
  'relapse-signal-window': {
    id: 'RELAPSE.within', unit: 'months', article: 'RELAPSE', ...ours,
    explain: { nl: 'De signalen vallen binnen deze tijd van elkaar.', en: 'The signals fall within this time of each other.' },
    versions: [{ value: 6, validFrom: since2017 }],
  },
  'bottleneck-cluster-from': {
    id: 'LOBBY', unit: 'count', article: 'LOBBY', ...ours,
    explain: { nl: 'Vanaf zoveel gevallen tonen we een knelpunt als groep.', en: 'A bottleneck shows as a group from this many cases.' },
    versions: [{ value: 3, validFrom: since2017 }],
  },
} as const satisfies ParameterDefinitions;
