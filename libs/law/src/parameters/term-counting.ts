import type { ParameterDefinitions } from './parameter.js';

const atw = { source: 'Algemene termijnenwet', confidence: 'sure' } as const;
const since1965 = '1965-04-01';

/** How terms are counted: the limits of the Algemene termijnenwet itself, and our own margin. */
export const termCounting = {
  'atw-stretch-from': {
    id: 'CL-04.from', unit: 'days', article: 'Atw 2', ...atw,
    explain: {
      nl: 'Een termijn van zoveel dagen of meer bevat altijd een paar gewone werkdagen.',
      en: 'A term of this many days or more always holds some ordinary working days.',
    },
    versions: [{ value: 3, validFrom: since1965 }],
  },
  'atw-stretch-to': {
    id: 'CL-04.holds', unit: 'workingDays', article: 'Atw 2', ...atw,
    explain: {
      nl: 'Zoveel dagen die geen weekend of feestdag zijn zitten er minstens in een termijn.',
      en: 'The number of days that are no weekend or holiday that a term holds at least.',
    },
    versions: [{ value: 2, validFrom: since1965 }],
  },
  'atw-longest-in-days': {
    id: 'CL-07.days', unit: 'days', article: 'Atw 4 sub a', ...atw,
    explain: {
      nl: 'Een termijn van meer dagen dan dit schuift niet op bij een weekend of feestdag.',
      en: 'A term of more days than this does not move for a weekend or holiday.',
    },
    versions: [{ value: 90, validFrom: since1965 }],
  },
  'atw-longest-in-weeks': {
    id: 'CL-07.weeks', unit: 'weeks', article: 'Atw 4 sub a', ...atw,
    explain: {
      nl: 'Een termijn van meer weken dan dit schuift niet op bij een weekend of feestdag.',
      en: 'A term of more weeks than this does not move for a weekend or holiday.',
    },
    versions: [{ value: 12, validFrom: since1965 }],
  },
  'atw-longest-in-months': {
    id: 'CL-07.months', unit: 'months', article: 'Atw 4 sub a', ...atw,
    explain: {
      nl: 'Een termijn van meer maanden dan dit schuift niet op bij een weekend of feestdag.',
      en: 'A term of more months than this does not move for a weekend or holiday.',
    },
    versions: [{ value: 3, validFrom: since1965 }],
  },
  'work-target-margin': {
    id: 'CL-10', unit: 'workingDays', article: 'CL-10', source: 'product policy', confidence: 'product',
    explain: {
      nl: 'Zoveel werkdagen voor de laatste dag willen we zelf klaar zijn.',
      en: 'The number of working days before the last day on which we ourselves want to be done.',
    },
    versions: [{ value: 1, validFrom: since1965 }],
  },
} as const satisfies ParameterDefinitions;
