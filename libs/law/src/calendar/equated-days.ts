import type { BusinessDate } from '@perspectief/kernel';

/** A day that a royal decree puts on a level with a holiday for the Algemene termijnenwet (Atw 3 lid 3). */
export interface EquatedDay {
  readonly day: BusinessDate;
  readonly decree: string;
}

const decree = (name: string, ...days: readonly BusinessDate[]): readonly EquatedDay[] =>
  days.map((day) => ({ day, decree: name }));

/**
 * Decrees come every three years; a new one is a new line here. Read from secondary sources, to be confirmed by a jurist;
 * the days of 2020 to 2022 were not found.
 */
export const equatedDays: readonly EquatedDay[] = [
  ...decree(
    'Stcrt. 2016, 58653',
    '2017-04-28', '2017-05-26', '2018-05-11', '2018-12-24', '2018-12-31', '2019-05-31', '2019-12-27',
  ),
  ...decree(
    'Besluit gelijkstelling 2023 tot en met 2025',
    '2023-04-28', '2023-05-19', '2024-05-10', '2024-12-27', '2025-05-30',
  ),
  ...decree(
    'Besluit gelijkstelling 2026 tot en met 2028',
    '2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26',
  ),
];
