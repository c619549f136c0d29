import { InputType } from '@nestjs/graphql';
import type { Domain } from '@perspectief/kernel';
import type { FieldOptions } from './composed.js';
import { Nested } from './nested.js';
import { Whole } from './quantities.js';

const share = (): PropertyDecorator => Whole({ optional: true, max: 100 });

@InputType({ description: 'Whole percentages by domain. That they add up to 100 is for the domain to say.' })
export class PercentagesInput implements Partial<Record<Domain, number>> {
  @share() jeugd?: number;
  @share() wmo?: number;
  @share() participatiewet?: number;
  @share() schuldhulp?: number;
}

/** How a cost is split over the domains. */
export const Percentages = (options: FieldOptions = {}): PropertyDecorator => Nested(() => PercentagesInput, options);
