import { refuse } from '@perspectief/kernel';
import {
  releaseCrossTable, safeMean, safePercentage, safePercentile, standardPolicy, type Behind, type Figure as SafeFigure, type Placed, type Valued,
} from '@perspectief/evaluation-disclosure';
import type { Made, Part, Unit } from './figure.js';
import { grouped, groupsOf, subjectOf, type Grouping, type StudyCase } from './study-case.js';

/** In whole weeks: nobody's own number of days. */
const WEEK = 7;

const asMade = (safe: SafeFigure, unit: Unit, factor = 1): Made =>
  'refused' in safe ? safe : { number: { value: Number((safe.value * factor).toPrecision(3)), of: safe.of, unit }, behind: safe.behind };

export const meanPart = (name: string, values: readonly Valued[], unit: Unit, factor = 1): Part => ({ name, made: asMade(safeMean(values), unit, factor) });

export const percentilePart = (name: string, values: readonly Valued[], p: number): Part => ({ name, made: asMade(safePercentile(values, p, WEEK), 'days') });

export const sharePart = (name: string, part: readonly string[], whole: readonly string[]): Part => ({ name, made: asMade(safePercentage(part, whole), 'percent') });

/** A number about whole groups, which tells of nobody as long as each group is large enough. */
export const numberOfGroups = (name: string, groups: readonly (readonly string[])[], number: { readonly value: number; readonly unit: Unit; readonly lower?: number | null; readonly upper?: number | null } | undefined): Part => {
  const behind = groups.map((subjects, i): Behind => ({ figure: `${name} ${i + 1}`, subjects }));
  const enough = number !== undefined && Number.isFinite(number.value) && behind.every(({ subjects }) => new Set(subjects).size >= standardPolicy.threshold);
  return { name, made: enough ? { number: { of: null, ...number }, behind } : refuse('TOO_FEW') };
};

/** The same part for each group. */
export const byGroup = (cases: readonly StudyCase[], by: Grouping | undefined, part: (name: string, group: readonly StudyCase[]) => Part | readonly Part[]): readonly Part[] =>
  [...grouped(cases, by)].flatMap(([name, group]) => part(name, group));

/** A table of people: groups down, values across. */
export const tablePart = (name: string, cases: readonly StudyCase[], by: Grouping | undefined, columns: readonly string[], valueOf: (one: StudyCase) => string | undefined): Part => {
  const rows = [...grouped(cases, by).keys()];
  const people = cases.flatMap((one): Placed[] => {
    const column = valueOf(one);
    return column === undefined ? [] : groupsOf(one, by).map((row) => ({ subject: subjectOf(one), row, column }));
  });
  if (rows.length === 0 || columns.length === 0) return { name, made: refuse('TOO_FEW') };
  return { name, made: releaseCrossTable(people, { rows, columns }) };
};
