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
            { path: 'leefgebieden', lazy: async () => ({ Component: (await import('../features/household/parts/life-areas')).LifeAreas }) },
            { path: 'termijnen', lazy: async () => ({ Component: (await import('../features/household/parts/terms')).Terms }) },
            { path: 'mensen', lazy: async () => ({ Component: (await import('../features/household/parts/people')).People }) },
            { path: 'nazorg', lazy: async () => ({ Component: (await import('../features/household/parts/aftercare')).Aftercare }) },
          ],
        },
        { path: 'huishouden/:trajectoryId/noodstop', lazy: async () => ({ Component: (await import('../features/stop-button/stop-page')).StopPage }) },
        { path: 'huishouden/:trajectoryId/bericht/:freezeId', lazy: async () => ({ Component: (await import('../features/stop-button/notice-page')).NoticePage }) },
        { path: 'huishouden/:trajectoryId/vergelijk', lazy: async () => ({ Component: (await import('../features/compare/compare-page')).ComparePage }) },
      ]),
      forRoles(['budget-holder'], [
        { path: 'aanvragen/:requestId?', lazy: async () => ({ Component: (await import('../features/desk/desk-page')).DeskPage }) },
      ]),
      { path: '*', element: <NoPage /> },
    ],
  },
];

export const router = createBrowserRouter(routes);
