import { useCallback, useMemo } from 'react';
import { BudgetChoicesDocument, HouseholdMoneyDocument, HouseholdPageDocument, TrajectoryChangedDocument, TrajectoryPageDocument } from '@perspectief/graphql-contract/household';
import { commandsOfRoles } from '@perspectief/graphql-contract/commands-of-roles';
import { useFormat } from '@perspectief/ui';
import { useForms } from '../../commands/forms-provider';
import { useColleagues, type Colleague } from '../../data/colleagues';
import { usePeople } from '../../data/people';
import { useLive, usePage } from '../../data/use-page';
import { usePerson } from '../../session/session-provider';
import { useTerm } from '../../terms/use-term';
import type { AsOf } from './as-of';
import { choicesOf } from './choices';
import { opened } from './opened';
import type { Act, PageContext } from './page-context';
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
  const { found: household } = usePage(HouseholdPageDocument, 'household', { id: householdId, ...day }, { topic, subject: householdId, pause: householdId === '', frozen });
  const { found: spend } = usePage(HouseholdMoneyDocument, 'householdSpend', { trajectoryId, ...day }, { topic, subject: trajectoryId, frozen });
  return { page, trajectory, household, spend };
};

/** The same with names, choices and a way to act, for the parts of the page. */
export const usePageContext = ({ trajectory, household, spend }: ReturnType<typeof useHousehold>, { asOf, knownAt }: AsOf): PageContext | undefined => {
  const term = useTerm();
  const { role } = usePerson();
  const { money, day } = useFormat();
  const open = useForms();
  const watch = useWatch(trajectory, household);
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
  const act: Act = (name, more = {}, rest = {}) =>
    open(name, { ...(HOUSEHOLD_COMMANDS.has(name) ? { householdId: trajectory.householdId } : { trajectoryId: trajectory.id }), ...more }, { choices, watch, ...rest });
  return {
    trajectory, household, spend, nameOf, choices, act, asOf, knownAt,
    may: (name) => commandsOfRoles[role]?.has(name) ?? false,
    readOnly: asOf !== undefined || knownAt !== undefined,
  };
};

const HOUSEHOLD_COMMANDS = new Set<string>([
  'addMember', 'changeMember', 'leaveHousehold', 'recordSharingGround', 'withdrawSharingGround', 'moveHousehold', 'eraseHousehold', 'openTrajectory', 'giveMemberAccess', 'withdrawMemberAccess', 'breakGlass',
]);
