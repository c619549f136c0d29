import type { Law } from '@perspectief/law';
import type { TrajectoryContext } from '../context.js';

/** The law that travels with a decision, in the form in which clocks read it. */
export const lawIn = ({ law }: Pick<TrajectoryContext, 'law'>): Law => ({
  parameter: (key, day) => law(day).parameter(key),
  on: law,
  versions: [],
});
