import { House, Inbox, ListTodo, type LucideIcon } from 'lucide-react';
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
];

export const placesOf = (role: Role): readonly Place[] => places.filter(({ roles }) => roles.includes(role));

export const homeOf = (role: Role): string => placesOf(role)[0]?.to ?? '/geen-pagina';

