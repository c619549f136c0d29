import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { wordsOf } from '../i18n';
import type { Role } from '../session/session';
import { usePerson } from '../session/session-provider';
import { Layout } from './layout';
import { homeOf } from './navigation';
import { NoPage, RouteProblem } from './no-page';

const Home = () => <Navigate to={homeOf(usePerson().role)} replace />;

/** A page for some roles; others are told calmly that it is not for them. The API decides what anybody sees. */
const forRoles = (roles: readonly Role[], children: readonly RouteObject[]): RouteObject => ({
  handle: { roles },
  children: [...children],
});

/** A page and its words, asked for together. */
const page = (words: string | readonly string[], load: () => Promise<ComponentType>) => async () => {
  const [Component] = await Promise.all([load(), wordsOf(words)]);
  return { Component };
};

/** Every page comes when it is opened: its code is not in what others load. */
const routes: RouteObject[] = [
  {
    path: '/',
    element: <Layout />,
    HydrateFallback: () => null,
    errorElement: <RouteProblem />,
    children: [
      { index: true, element: <Home /> },
      forRoles(['neighbourhood-coach', 'debt-counsellor'], [
        { path: 'werk', lazy: page('worklist', async () => (await import('../features/worklist/worklist-page')).WorklistPage) },
        { path: 'huishoudens', lazy: page('households', async () => (await import('../features/households/households-page')).HouseholdsPage) },
        {
          path: 'huishouden/:trajectoryId',
          lazy: page('household', async () => (await import('../features/household/household-page')).HouseholdPage),
          children: [
            { index: true, lazy: page('household', async () => (await import('../features/household/parts/overview')).Overview) },
            { path: 'plan', lazy: page('household', async () => (await import('../features/household/parts/plan')).Plan) },
            { path: 'schulden', lazy: page('household', async () => (await import('../features/household/parts/debts')).Debts) },
            { path: 'geld', lazy: page('household', async () => (await import('../features/household/parts/money')).Money) },
            { path: 'leefgebieden', lazy: page('household', async () => (await import('../features/household/parts/life-areas')).LifeAreas) },
            { path: 'termijnen', lazy: page('household', async () => (await import('../features/household/parts/terms')).Terms) },
            { path: 'mensen', lazy: page('household', async () => (await import('../features/household/parts/people')).People) },
            { path: 'nazorg', lazy: page('household', async () => (await import('../features/household/parts/aftercare')).Aftercare) },
          ],
        },
        { path: 'huishouden/:trajectoryId/noodstop', lazy: page('stop-button', async () => (await import('../features/stop-button/stop-page')).StopPage) },
        { path: 'huishouden/:trajectoryId/bericht/:freezeId', lazy: page('stop-button', async () => (await import('../features/stop-button/notice-page')).NoticePage) },
        { path: 'huishouden/:trajectoryId/versies', lazy: page('plan-versions', async () => (await import('../features/plan-versions/versions-page')).VersionsPage) },
        { path: 'huishouden/:trajectoryId/vergelijk', lazy: page('compare', async () => (await import('../features/compare/compare-page')).ComparePage) },
      ]),
      forRoles(['budget-holder'], [
        { path: 'aanvragen/:requestId?', lazy: page('desk', async () => (await import('../features/desk/desk-page')).DeskPage) },
        { path: 'geld', lazy: page('pots', async () => (await import('../features/pots/pots-page')).PotsPage) },
        { path: 'geld/:budgetId', lazy: page('pots', async () => (await import('../features/pots/pot-page')).PotPage) },
      ]),
      forRoles(['household-member'], [
        { path: 'mijn-plan', lazy: page(['my-plan', 'goals'], async () => (await import('../features/my-plan/my-plan-page')).MyPlanPage) },
        { path: 'mijn-plan/koelkast', lazy: page('my-plan', async () => (await import('../features/my-plan/fridge-page')).FridgePage) },
        { path: 'mijn-plan/versies', lazy: page('plan-versions', async () => (await import('../features/plan-versions/own-versions-page')).OwnVersionsPage) },
        { path: 'wie-keek', lazy: page('my-plan', async () => (await import('../features/my-plan/who-looked-page')).WhoLookedPage) },
      ]),
      forRoles(['experience-expert'], [
        { path: 'gezinnen', lazy: page('expert', async () => (await import('../features/expert/families-page')).FamiliesPage) },
        { path: 'gezin/:trajectoryId', lazy: page(['expert', 'goals'], async () => (await import('../features/expert/family-page')).FamilyPage) },
      ]),
      forRoles(['privacy-officer'], [
        { path: 'wie-keken', lazy: page('privacy', async () => (await import('../features/privacy/looks-page')).LooksPage) },
        { path: 'noodtoegang', lazy: page('privacy', async () => (await import('../features/privacy/glasses-page')).GlassesPage) },
        { path: 'bewaren', lazy: page('privacy', async () => (await import('../features/privacy/retention-page')).RetentionPage) },
        { path: 'dossier/:householdId', lazy: page('privacy', async () => (await import('../features/privacy/file-page')).FilePage) },
      ]),
      forRoles(['administrator'], [
        { path: 'mensen', lazy: page('administration', async () => (await import('../features/administration/people-page')).PeoplePage) },
        { path: 'teams', lazy: page('administration', async () => (await import('../features/administration/places-page')).PlacesPage) },
        { path: 'stand', lazy: page('administration', async () => (await import('../features/administration/freshness-page')).FreshnessPage) },
      ]),
      forRoles(['evaluator', 'microdata-evaluator', 'privacy-officer'], [
        { path: 'onderzoeken', lazy: page('studies', async () => (await import('../features/studies/studies-page')).StudiesPage) },
        { path: 'onderzoek/:studyId', lazy: page('studies', async () => (await import('../features/studies/study-page')).StudyPage) },
      ]),
      forRoles(['evaluator'], [
        { path: 'onderzoeken/nieuw', lazy: page('studies', async () => (await import('../features/studies/draft/draft-page')).DraftPage) },
        { path: 'onderzoek/:studyId/kaart', lazy: page('studies', async () => (await import('../features/studies/draft/draft-page')).DraftPage) },
      ]),
      forRoles(['microdata-evaluator'], [
        { path: 'onderzoek/:studyId/zaak/:caseId/anders', lazy: page('studies', async () => (await import('../features/studies/counterfactual-page')).CounterfactualPage) },
        { path: 'onderzoek/:studyId/groep/:cohortId', lazy: page('studies', async () => (await import('../features/studies/cases-page')).CasesPage) },
        { path: 'onderzoek/:studyId/zaak/:caseId', lazy: page('studies', async () => (await import('../features/studies/replay-page')).ReplayPage) },
      ]),
      { path: '*', element: <NoPage /> },
    ],
  },
];

export const router = createBrowserRouter(routes);
