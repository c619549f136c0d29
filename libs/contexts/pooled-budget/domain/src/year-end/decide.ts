import { unless } from '@perspectief/kernel';
import type { DecideOf } from '../concern.js';
import { yearIn, yearIsOpen } from '../years/year.js';
import type { YearEndCommand } from './commands.js';
import { buyOutsGoingOver, earlierYearsAreClosed, leavingOf, requestsGoingOver, reservedIn, yearIsOver } from './rules.js';

export const decideYearEnd: DecideOf<YearEndCommand> = {
  CloseYear: ({ year, remainder }, { budget, meta }) =>
    unless([yearIsOpen(budget, year), yearIsOver(year, meta), earlierYearsAreClosed(budget, year)], () => [
      {
        type: 'YearClosed',
        data: {
          year,
          remainder,
          ...leavingOf(yearIn(budget, year), remainder),
          reserved: reservedIn(budget, year),
          requests: requestsGoingOver(budget, year),
          buyOuts: buyOutsGoingOver(budget, year),
        },
      },
    ]),
};
