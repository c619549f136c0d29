import type { BusinessDate, Cents, CommandOf, Domain, Uuid } from '@perspectief/kernel';
import type { EmergencyPart } from './state.js';

export type MandatesCommand = CommandOf<{
  GrantMandate: {
    budgetId: Uuid;
    coachId: string;
    perRequest: Cents;
    from: BusinessDate;
    until?: BusinessDate;
    domains?: readonly Domain[];
    emergency?: EmergencyPart;
  };
  RevokeMandate: { budgetId: Uuid; coachId: string };
}>;
