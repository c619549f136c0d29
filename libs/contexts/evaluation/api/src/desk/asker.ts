import { refusedAs, wireError, type Refused } from '@perspectief/edge';
import type { Refusal } from '@perspectief/kernel';
import type { Asker, AskerContext } from './desk.js';

/** Who the desk let through; a field that it did not guard answers nobody. */
export const askerOf = ({ asker }: AskerContext): Asker => {
  if (!asker) throw wireError('FORBIDDEN');
  return asker;
};

/** An instance, so that a union can tell it from what was asked for. */
export const refused = (refusal: Refusal): Refused => refusedAs(refusal);
