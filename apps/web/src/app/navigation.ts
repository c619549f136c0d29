import { Activity, ArchiveX, ChartSpline, Coins, Eye, Footprints, HeartHandshake, House, Inbox, ListTodo, MapPin, Siren, Users, type LucideIcon } from 'lucide-react';
import type { Role } from '../session/session';

export interface Place {
  readonly to: string;
  /** Key in namespace `i18n`. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly roles: readonly Role[];
}

/** Where each role can go, in order; the first is where the day begins. On a phone the first four stand in the bar. */
export const places: readonly Place[] = [
  { to: '/werk', label: 'places.work', icon: ListTodo, roles: ['neighbourhood-coach', 'debt-counsellor'] },
  { to: '/huishoudens', label: 'places.households', icon: House, roles: ['neighbourhood-coach', 'debt-counsellor'] },
  { to: '/aanvragen', label: 'places.requests', icon: Inbox, roles: ['budget-holder'] },
  { to: '/geld', label: 'places.pots', icon: Coins, roles: ['budget-holder'] },
  { to: '/gezinnen', label: 'places.families', icon: Footprints, roles: ['experience-expert'] },
  { to: '/mijn-plan', label: 'places.myPlan', icon: HeartHandshake, roles: ['household-member'] },
  { to: '/wie-keek', label: 'places.whoLooked', icon: Eye, roles: ['household-member'] },
  { to: '/wie-keken', label: 'places.looks', icon: Eye, roles: ['privacy-officer'] },
  { to: '/noodtoegang', label: 'places.glasses', icon: Siren, roles: ['privacy-officer'] },
  { to: '/bewaren', label: 'places.retention', icon: ArchiveX, roles: ['privacy-officer'] },
  { to: '/mensen', label: 'places.people', icon: Users, roles: ['administrator'] },
  { to: '/teams', label: 'places.teams', icon: MapPin, roles: ['administrator'] },
  { to: '/stand', label: 'places.freshness', icon: Activity, roles: ['administrator'] },
  { to: '/onderzoeken', label: 'places.studies', icon: ChartSpline, roles: ['evaluator', 'microdata-evaluator', 'privacy-officer'] },
];

export const placesOf = (role: Role): readonly Place[] => places.filter(({ roles }) => roles.includes(role));

export const homeOf = (role: Role): string => placesOf(role)[0]?.to ?? '/geen-pagina';

