import { event, field } from '@perspectief/kernel';
import { schemes } from '../words.js';

const { id, code, text, cents, count, oneOf, listOf, record } = field;

export const openingEvents = {
  BudgetOpened: event('A pot for the money of several laws was opened for an area.', {
    budgetId: id,
    name: text,
    scheme: oneOf(schemes),
    area: code,
    householdCeiling: cents,
    tiers: listOf(record({ above: cents, approvers: count })),
  }),
};
