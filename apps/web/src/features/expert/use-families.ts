import { MyFamiliesDocument, OwnNotesDocument, SharedPageChangedDocument, SharedPageDocument, type MyFamiliesQuery, type SharedPageQuery } from '@perspectief/graphql-contract/expert';
import { WorklistChangedDocument } from '@perspectief/graphql-contract/worklist';
import { useLive, usePage } from '../../data/use-page';
import { usePerson } from '../../session/session-provider';

export type Family = Extract<MyFamiliesQuery['households'], { readonly __typename: 'HouseholdConnection' }>['edges'][number]['node'];
export type Shared = Extract<SharedPageQuery['trajectory'], { readonly __typename: 'Trajectory' }>;

const MOST = 200;

/** Families that agreed to this expert, and no others; who says yes comes in by itself. */
export const useFamilies = () => {
  useLive(WorklistChangedDocument, {}, { topic: 'families', positionOf: ({ worklistChanged }) => worklistChanged.position });
  const page = usePage(MyFamiliesDocument, 'households', { first: MOST }, { topic: 'families', subject: 'mine' });
  return { page, families: (page.found?.edges.map(({ node }) => node) ?? []).filter(({ openTrajectoryId }) => openTrajectoryId) };
};

export const useShared = (trajectoryId: string) => {
  const topic = `trajectory:${trajectoryId}`;
  const me = usePerson();
  useLive(SharedPageChangedDocument, { id: trajectoryId }, { topic, positionOf: ({ trajectoryChanged }) => trajectoryChanged.position });
  const page = usePage(SharedPageDocument, 'trajectory', { id: trajectoryId }, { topic, subject: trajectoryId });
  const notes = usePage(OwnNotesDocument, 'timeline', { trajectoryId, person: me.id, first: MOST }, { topic, subject: trajectoryId });
  // The time line of a person has what others did with him too.
  return { page, notes: (notes.found?.edges.map(({ node }) => node) ?? []).filter(({ actor }) => actor.id === me.id).toReversed() };
};

/** What comes next with this family: talks and own steps, the soonest first. */
export const appointmentsOf = (shared: Shared, me: string) => [
  ...(shared.aftercare?.current.checkIns ?? []).filter(({ phase }) => phase === 'planned').map(({ number, plannedOn }) => ({ kind: 'talk' as const, key: `talk-${number}`, on: plannedOn, number, what: '', actionId: '' })),
  ...(shared.plan?.goals ?? []).filter(({ phase }) => phase === 'open').flatMap(({ actions }) => actions)
    .filter(({ phase, who }) => phase === 'planned' && who === me)
    .map(({ actionId, what, dueOn }) => ({ kind: 'step' as const, key: actionId, on: dueOn, number: 0, what, actionId })),
].sort((one, other) => (one.on < other.on ? -1 : 1));

export type Appointment = ReturnType<typeof appointmentsOf>[number];
