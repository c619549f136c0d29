import type { ParameterDefinitions } from './parameter.js';

const fw = { source: 'Faillissementswet', confidence: 'sure' } as const;
/** Read in summaries of the ministry and the sector; the articles are still to be looked up. */
const reform = { source: 'summaries of the Wsnp reform of 2023', confidence: 'sure' } as const;
const since2008 = '2008-01-01';
const broadDecree = '2017-04-01';
const wsnpReform = '2023-07-01';

/** Crisis freezes and the statutory route behind them (Wgs 5, Fw 284 to 305, NVVK covenants). */
export const crisisFreeze = {
  'broad-freeze-maximum': {
    id: 'FR-MAX.broad', unit: 'months', article: 'Wgs 5 lid 1', source: 'Wet gemeentelijke schuldhulpverlening', confidence: 'sure',
    explain: { nl: 'Zo lang duurt een breed moratorium ten hoogste.', en: 'The longest that a broad freeze lasts.' },
    versions: [{ value: 6, validFrom: broadDecree }],
  },
  'narrow-freeze-maximum': {
    id: 'FR-MAX.narrow', unit: 'months', article: 'Fw 287b', ...fw,
    explain: { nl: 'Zo lang duurt een moratorium voor één dreiging ten hoogste.', en: 'The longest that a freeze of one threat lasts.' },
    versions: [{ value: 6, validFrom: since2008 }],
  },
  'standstill-maximum': {
    id: 'FR-MAX.standstill', unit: 'months', article: 'FR-13', source: 'NVVK covenants', confidence: 'likely',
    explain: {
      nl: 'Zo lang wachten schuldeisers vrijwillig ten hoogste. Elk convenant heeft zijn eigen tijd.',
      en: 'The longest that creditors wait of their own will. Each covenant has its own time.',
    },
    versions: [{ value: 8, validFrom: since2008 }],
  },
  'cjib-emergency-stop-maximum': {
    id: 'FR-MAX.cjib', unit: 'months', article: 'FR-13', source: 'NVVK covenant with the CJIB', confidence: 'likely',
    explain: { nl: 'Zo lang duurt de noodstop van het CJIB ten hoogste.', en: 'The longest that the emergency stop of the CJIB lasts.' },
    versions: [{ value: 4, validFrom: since2008 }],
  },
  'broad-freeze-interval': {
    id: 'FR-03', unit: 'years', article: 'Besluit breed moratorium', source: 'sector notes on the decree', confidence: 'verify',
    explain: {
      nl: 'Pas na deze tijd kan opnieuw een breed moratorium worden gevraagd. Dit moet een jurist nog bevestigen.',
      en: 'A broad freeze can be asked for again only after this time. A jurist has yet to confirm this.',
    },
    versions: [{ value: 10, validFrom: broadDecree }],
  },
  'freeze-judgment-term': {
    id: 'FR-07', unit: 'days', atwApplies: true, article: 'Fw 287a lid 4, 287b lid 3', ...fw,
    explain: { nl: 'Uiterlijk zoveel dagen na de zitting doet de rechter uitspraak.', en: 'The court gives its judgment at most this many days after the hearing.' },
    versions: [{ value: 8, validFrom: since2008 }],
  },
  'court-report-term': {
    id: 'FR-10', unit: 'days', article: 'Fw 287b lid 6', source: 'duty in the law, term by product policy', confidence: 'product',
    explain: {
      nl: 'Binnen deze tijd na het einde van een moratorium gaat het verslag naar de rechter. De tijd kiezen we zelf.',
      en: 'The report goes to the court within this time after a freeze ends. The time is our own choice.',
    },
    versions: [{ value: 14, validFrom: since2008 }],
  },
  'current-costs-check-interval': {
    id: 'FR-12', unit: 'months', article: 'FR-12', source: 'product policy', confidence: 'product',
    explain: { nl: 'Zo vaak controleren we of de vaste lasten zijn betaald.', en: 'How often we check that the fixed costs were paid.' },
    versions: [{ value: 1, validFrom: since2008 }],
  },
  'forced-settlement-appeal-term': {
    id: 'FR-15', unit: 'days', atwApplies: true, article: 'Fw 292 lid 1', ...fw,
    explain: { nl: 'Zo lang kunnen schuldeisers in beroep tegen een dwangakkoord.', en: 'How long creditors can appeal against a forced settlement.' },
    versions: [{ value: 8, validFrom: since2008 }],
  },
  'statutory-settlement-term': {
    id: 'FR-17', unit: 'months', article: 'FR-17', ...reform,
    explain: { nl: 'Zo lang duurt de wettelijke schuldsanering gewoonlijk.', en: 'How long a statutory settlement usually takes.' },
    versions: [{ value: 36, validFrom: since2008 }, { value: 18, validFrom: wsnpReform }],
  },
  'good-faith-look-back': {
    id: 'FR-17.look-back', unit: 'years', article: 'FR-17', ...reform,
    explain: { nl: 'Zo ver kijkt de rechter terug naar goede trouw.', en: 'How far back the court looks for good faith.' },
    versions: [{ value: 5, validFrom: since2008 }, { value: 3, validFrom: wsnpReform }],
  },
} as const satisfies ParameterDefinitions;
