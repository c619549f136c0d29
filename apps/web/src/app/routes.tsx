import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
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
        { path: 'werk', lazy: async () => ({ Component: (await import('../features/worklist/worklist-page')).WorklistPage }) },
        { path: 'huishoudens', lazy: async () => ({ Component: (await import('../features/households/households-page')).HouseholdsPage }) },
        {
          path: 'huishouden/:trajectoryId',
          lazy: async () => ({ Component: (await import('../features/household/household-page')).HouseholdPage }),
          children: [
            { index: true, lazy: async () => ({ Component: (await import('../features/household/parts/overview')).Overview }) },
            { path: 'plan', lazy: async () => ({ Component: (await import('../features/household/parts/plan')).Plan }) },
            { path: 'schulden', lazy: async () => ({ Component: (await import('../features/household/parts/debts')).Debts }) },
            { path: 'geld', lazy: async () => ({ Component: (await import('../features/household/parts/money')).Money }) },
            { path: 'leefgebieden', lazy: async () => ({ Component: (await import('../features/household/parts/life-areas')).LifeAreas }) },
            { path: 'termijnen', lazy: async () => ({ Component: (await import('../features/household/parts/terms')).Terms }) },
            { path: 'mensen', lazy: async () => ({ Component: (await import('../features/household/parts/people')).People }) },
            { path: 'nazorg', lazy: async () => ({ Component: (await import('../features/household/parts/aftercare')).Aftercare }) },
          ],
        },
        { path: 'huishouden/:trajectoryId/noodstop', lazy: async () => ({ Component: (await import('../features/stop-button/stop-page')).StopPage }) },
        { path: 'huishouden/:trajectoryId/bericht/:freezeId', lazy: async () => ({ Component: (await import('../features/stop-button/notice-page')).NoticePage }) },
        { path: 'huishouden/:trajectoryId/versies', lazy: async () => ({ Component: (await import('../features/plan-versions/versions-page')).VersionsPage }) },
        { path: 'huishouden/:trajectoryId/vergelijk', lazy: async () => ({ Component: (await import('../features/compare/compare-page')).ComparePage }) },
      ]),
      forRoles(['budget-holder'], [
        { path: 'aanvragen/:requestId?', lazy: async () => ({ Component: (await import('../features/desk/desk-page')).DeskPage }) },
        { path: 'geld', lazy: async () => ({ Component: (await import('../features/pots/pots-page')).PotsPage }) },
        { path: 'geld/:budgetId', lazy: async () => ({ Component: (await import('../features/pots/pot-page')).PotPage }) },
      ]),
      forRoles(['household-member'], [
        { path: 'mijn-plan', lazy: async () => ({ Component: (await import('../features/my-plan/my-plan-page')).MyPlanPage }) },
        { path: 'mijn-plan/koelkast', lazy: async () => ({ Component: (await import('../features/my-plan/fridge-page')).FridgePage }) },
        { path: 'mijn-plan/versies', lazy: async () => ({ Component: (await import('../features/plan-versions/own-versions-page')).OwnVersionsPage }) },
        { path: 'wie-keek', lazy: async () => ({ Component: (await import('../features/my-plan/who-looked-page')).WhoLookedPage }) },
      ]),
      forRoles(['experience-expert'], [
        { path: 'gezinnen', lazy: async () => ({ Component: (await import('../features/expert/families-page')).FamiliesPage }) },
        { path: 'gezin/:trajectoryId', lazy: async () => ({ Component: (await import('../features/expert/family-page')).FamilyPage }) },
      ]),
      forRoles(['privacy-officer'], [
        { path: 'wie-keken', lazy: async () => ({ Component: (await import('../features/privacy/looks-page')).LooksPage }) },
        { path: 'noodtoegang', lazy: async () => ({ Component: (await import('../features/privacy/glasses-page')).GlassesPage }) },
        { path: 'bewaren', lazy: async () => ({ Component: (await import('../features/privacy/retention-page')).RetentionPage }) },
        { path: 'dossier/:householdId', lazy: async () => ({ Component: (await import('../features/privacy/file-page')).FilePage }) },
      ]),
      forRoles(['administrator'], [
        { path: 'mensen', lazy: async () => ({ Component: (await import('../features/administration/people-page')).PeoplePage }) },
        { path: 'teams', lazy: async () => ({ Component: (await import('../features/administration/places-page')).PlacesPage }) },
        { path: 'stand', lazy: async () => ({ Component: (await import('../features/administration/freshness-page')).FreshnessPage }) },
      ]),
      forRoles(['evaluator', 'privacy-officer'], [
        { path: 'onderzoeken', lazy: async () => ({ Component: (await import('../features/studies/studies-page')).StudiesPage }) },
        { path: 'onderzoek/:studyId', lazy: async () => ({ Component: (await import('../features/studies/study-page')).StudyPage }) },
      ]),
      forRoles(['evaluator'], [
        { path: 'onderzoek/:studyId/groep/:cohortId', lazy: async () => ({ Component: (await import('../features/studies/cases-page')).CasesPage }) },
        { path: 'onderzoek/:studyId/zaak/:caseId', lazy: async () => ({ Component: (await import('../features/studies/replay-page')).ReplayPage }) },
      ]),
      { path: '*', element: <NoPage /> },
    ],
  },
];

export const router = createBrowserRouter(routes);
