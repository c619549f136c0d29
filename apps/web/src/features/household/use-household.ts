import { useCallback, useMemo } from 'react';
import { BudgetChoicesDocument, HouseholdMoneyDocument, HouseholdPageDocument, TrajectoryChangedDocument, TrajectoryPageDocument } from '@perspectief/graphql-contract/household';
import { useFormat } from '@perspectief/ui';
import { useOffer } from '../../commands/forms-provider';
import { useColleagues, type Colleague } from '../../data/colleagues';
import { usePeople } from '../../data/people';
import { useLive, usePage } from '../../data/use-page';
import { useTerm } from '../../terms/use-term';
import type { AsOf } from './as-of';
import { choicesOf } from './choices';
import { isForPage, isOfHousehold } from './commands-of-page';
import { opened } from './opened';
import type { OfferHere, PageContext } from './page-context';
import { useWatch } from './use-watch';

/** Everything on the page of one household, live while it is of today. */
export const useHousehold = (trajectoryId: string, { asOf, knownAt }: AsOf) => {
  const topic = `trajectory:${trajectoryId}`;
  const frozen = asOf !== undefined || knownAt !== undefined;
  const day = { asOf: asOf ?? null, knownAt: knownAt ?? null };
  useLive(TrajectoryChangedDocument, { id: trajectoryId }, { topic, positionOf: ({ trajectoryChanged }) => trajectoryChanged.position, pause: frozen });
  const page = usePage(TrajectoryPageDocument, 'trajectory', { id: trajectoryId, ...day }, { topic, subject: trajectoryId, frozen });
  const trajectory = useMemo(() => (page.found ? opened(page.found) : undefined), [page.found]);
  const householdId = trajectory?.householdId ?? '';
  const { found: household, reached: householdReached } = usePage(HouseholdPageDocument, 'household', { id: householdId, ...day }, { topic, subject: householdId, pause: householdId === '', frozen });
  const { found: spend } = usePage(HouseholdMoneyDocument, 'householdSpend', { trajectoryId, ...day }, { topic, subject: trajectoryId, frozen });
  const reached = useMemo(() => [page.reached, householdReached], [page.reached, householdReached]);
  return { page, trajectory, household, spend, reached };
};

/** The same with names, choices and a way to act, for the parts of the page. */
export const usePageContext = ({ trajectory, household, spend, reached }: ReturnType<typeof useHousehold>, { asOf, knownAt }: AsOf): PageContext | undefined => {
  const term = useTerm();
  const { money, day } = useFormat();
  const offerForm = useOffer();
  const watch = useWatch({ trajectory, household, reached });
  const ids = useMemo(() => [
    ...(trajectory?.coaches.map(({ coachId }) => coachId) ?? []), trajectory?.tandem.expertId,
    ...(trajectory?.plan.goals.flatMap(({ actions }) => actions.map(({ who }) => who)) ?? []), ...(trajectory?.stories.map(({ toldBy }) => toldBy) ?? []),
  ].filter((id): id is string => Boolean(id)), [trajectory]);
  const staff = usePeople(ids);
  const nameOf = useCallback((id: string | null | undefined) => household?.members.find(({ memberId }) => memberId === id)?.name ?? staff(id), [household, staff]);
  const known = useMemo<Colleague[]>(() => [
    ...(trajectory?.coachId ? [{ id: trajectory.coachId, name: nameOf(trajectory.coachId), role: 'neighbourhood-coach' }] : []),
    ...(trajectory?.tandem.expertId ? [{ id: trajectory.tandem.expertId, name: nameOf(trajectory.tandem.expertId), role: 'experience-expert' }] : []),
  ], [trajectory, nameOf]);
  const colleagues = useColleagues(known);
  const area = trajectory?.area ?? '';
  const { found: pots } = usePage(BudgetChoicesDocument, 'pooledBudgets', { area }, { topic: 'pots', subject: area, pause: area === '' });
  if (!trajectory) return undefined;
  const budgets = (pots?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  const choices = { ...choicesOf(trajectory, household, colleagues, { term, money, day, nameOf }), budgets };
  const readOnly = asOf !== undefined || knownAt !== undefined;
  const offer: OfferHere = (name, more = {}, rest = {}) =>
    readOnly || !isForPage(name, trajectory) ? undefined : offerForm(name, { ...(isOfHousehold(name) ? { householdId: trajectory.householdId } : { trajectoryId: trajectory.id }), ...more }, { choices, watch, ...rest });
  return { trajectory, household, spend, nameOf, choices, offer, asOf, knownAt, readOnly };
};
