import { GlassesChangedDocument, GlassesDocument, type GlassesQuery } from '@perspectief/graphql-contract/privacy';
import { usePeople } from '../../data/people';
import { useLive, usePage } from '../../data/use-page';

export type Glass = Extract<GlassesQuery['breakGlasses'], { readonly __typename: 'BreakGlassConnection' }>['edges'][number]['node'];

/** As many as one page of the API has. */
const MOST = 200;
/** What needs somebody today has to fit above what else is on the page. */
const FEW = 5;

/** Emergency accesses, newest first, live: all of them, or a few that nobody looked at yet. `toReview` counts every one of those. */
export const useGlasses = (which: 'all' | 'to-review') => {
  useLive(GlassesChangedDocument, {}, { topic: 'glasses', positionOf: ({ breakGlassesChanged }) => breakGlassesChanged.position });
  const toReview = which === 'to-review';
  const page = usePage(GlassesDocument, 'breakGlasses', { first: toReview ? FEW : MOST, cursor: null, toReview }, { topic: 'glasses', subject: which });
  const glasses: readonly Glass[] = page.found?.edges.map(({ node }) => node) ?? [];
  const nameOf = usePeople(glasses.flatMap(({ personId, reviewedBy }) => [personId, reviewedBy]));
  return { page, glasses, nameOf, toReview: page.found?.toReview ?? 0 };
};
