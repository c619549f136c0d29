import { faultIn, faultInCursor, faultInMoments, invalidInput, notSignedIn, notYet, placeIn, type EdgeContext, type OtherAnswer } from '@perspectief/edge';
import { isUuid, parseBusinessDate, type BusinessDate, type Uuid } from '@perspectief/kernel';
import { POOLED_BUDGET_PROJECTION } from '@perspectief/pooled-budget-read';
import type { ReadGate } from '@perspectief/runtime';
import type { LookArgs, PageArgs, ReadArgs } from './arguments.js';

type Fault = OtherAnswer | undefined;

/** Places in lists that are ordered by a day: the day, and an id. */
const DAY_AND_ID = 2;

export const placeAt = (cursor: string | null | undefined): readonly [BusinessDate, Uuid] | undefined => {
  const [day, id] = (cursor == null ? undefined : placeIn(cursor, DAY_AND_ID)) ?? [];
  return parseBusinessDate(day) !== undefined && isUuid(id) ? [day as string, id] : undefined;
};

export const idAt = (cursor: string | null | undefined): Uuid | undefined => {
  const [id] = (cursor == null ? undefined : placeIn(cursor, 1)) ?? [];
  return isUuid(id) ? id : undefined;
};

export const faultInPage = ({ first, area, cursor }: PageArgs, place: (cursor: string) => unknown, length: number): Fault =>
  faultIn([
    ['first', first, 'isWhole'],
    ['area', area, 'isCode'],
  ]) ??
  faultInCursor(cursor, length) ??
  (cursor != null && place(cursor) === undefined ? invalidInput('cursor', 'isCode') : undefined);

/** Why there is nothing to show: nobody asks, an argument cannot be read, or the read model is not there yet. */
export const hindrance = async (
  gate: ReadGate,
  { actor }: EdgeContext,
  { after, ...look }: ReadArgs & Partial<LookArgs>,
  ids: Readonly<Record<string, string | null | undefined>>,
): Promise<Fault> => {
  if (!actor) return notSignedIn(Object.keys(ids)[0] ?? 'after');
  const fault =
    faultIn(Object.entries(ids).map(([field, id]) => [field, id, 'isUuid'] as const)) ?? faultInMoments(look) ?? faultIn([['after', after, 'isPosition']]);
  if (fault || after == null) return fault;
  return (await gate.reached([POOLED_BUDGET_PROJECTION], after)) ? undefined : notYet();
};
