import type { ParameterDefinitions } from './parameter.js';

const since2015 = '2015-01-01';
const since2017 = '2017-01-01';

/** How long files are kept, and when a number is small enough to point at a person. */
export const privacy = {
  'wmo-retention': {
    id: 'PR-07.wmo', unit: 'years', article: 'Wmo 5.3.4', source: 'Wet maatschappelijke ondersteuning 2015', confidence: 'sure',
    explain: { nl: 'Zo lang bewaren we een Wmo-dossier.', en: 'How long a Wmo file is kept.' },
    versions: [{ value: 15, validFrom: since2015 }],
  },
  'youth-retention': {
    id: 'PR-07.youth', unit: 'years', article: 'PR-07', source: 'rijksoverheid.nl', confidence: 'sure',
    explain: { nl: 'Zo lang na het einde van de hulp bewaren we een jeugddossier.', en: 'How long a youth file is kept after help ends.' },
    versions: [{ value: 15, validFrom: since2015 }, { value: 20, validFrom: '2020-01-01', confidence: 'likely' }],
  },
  'assistance-retention': {
    id: 'PR-07.assistance', unit: 'years', article: 'Selectielijst gemeenten', source: 'selection list of 2017', confidence: 'likely',
    explain: { nl: 'Zo lang bewaren we een bijstandsdossier.', en: 'How long an assistance file is kept.' },
    versions: [{ value: 10, validFrom: since2017 }],
  },
  'debt-help-retention': {
    id: 'PR-07.debt-help', unit: 'years', article: 'Selectielijst gemeenten', source: 'selection list, default', confidence: 'verify',
    explain: { nl: 'Zo lang na het einde bewaren we een schulddossier.', en: 'How long a debt file is kept after its end.' },
    versions: [{ value: 5, validFrom: since2017 }],
  },
  'tandem-note-retention': {
    id: 'PR-07.tandem', unit: 'years', article: 'PR-07', source: 'product policy', confidence: 'product',
    explain: { nl: 'Zo lang na het einde bewaren we notities van een tandem.', en: 'How long the notes of a tandem are kept after its end.' },
    versions: [{ value: 1, validFrom: since2017 }],
  },
  'access-request-term': {
    id: 'PR-09', unit: 'months', article: 'AVG 12 lid 3', source: 'Algemene verordening gegevensbescherming', confidence: 'sure',
    explain: { nl: 'Binnen deze tijd krijgt iemand inzage in zijn gegevens.', en: 'A person gets to see the own data within this time.' },
    versions: [{ value: 1, validFrom: '2018-05-25' }],
  },
  'own-access-age': {
    id: 'PR-09.own-access', unit: 'years', article: 'UAVG 5', source: 'Uitvoeringswet Algemene verordening gegevensbescherming', confidence: 'likely',
    explain: { nl: 'Vanaf deze leeftijd leest iemand de eigen pagina met een eigen toegang.', en: 'From this age a person reads the own page with an own access.' },
    versions: [{ value: 16, validFrom: '2015-01-01' }],
  },
  'access-request-extension': {
    id: 'PR-09.extension', unit: 'months', article: 'AVG 12 lid 3', source: 'Algemene verordening gegevensbescherming', confidence: 'sure',
    explain: { nl: 'Zo lang kan het antwoord op een inzageverzoek langer duren, als dat gemeld is.', en: 'How much longer the answer may take, when this was told.' },
    versions: [{ value: 2, validFrom: '2018-05-25' }],
  },
  'reader-log-retention': {
    id: 'PR-10.retention', unit: 'years', article: 'PR-10', source: 'after NEN 7513 (logging in care)', confidence: 'verify',
    explain: { nl: 'Zo lang bewaren we wie een dossier heeft bekeken.', en: 'How long we keep who looked in a file.' },
    versions: [{ value: 5, validFrom: since2017 }],
  },
  'smallest-cell': {
    id: 'PR-12', unit: 'count', article: 'PR-12', source: 'practice like that of CBS', confidence: 'verify',
    explain: { nl: 'Een aantal onder dit getal publiceren we niet.', en: 'A count below this number is not published.' },
    versions: [{ value: 10, validFrom: since2017 }],
  },
} as const satisfies ParameterDefinitions;
