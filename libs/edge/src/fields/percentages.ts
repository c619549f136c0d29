import { InputType } from '@nestjs/graphql';
import type { Domain } from '@perspectief/kernel';
import type { FieldOptions } from './composed.js';
import { Nested } from './nested.js';
import { Percentage } from './quantities.js';

const share = (): PropertyDecorator => Percentage({ optional: true });

@InputType({ description: 'Percentages by domain. That they add up to 100 is for the domain to say.' })
export class PercentagesInput implements Partial<Record<Domain, number | string>> {
  @share() jeugd?: number | string;
  @share() wmo?: number | string;
  @share() participatiewet?: number | string;
  @share() schuldhulp?: number | string;
}

/** How a cost is split over the domains. */
export const Percentages = (options: FieldOptions = {}): PropertyDecorator => Nested(() => PercentagesInput, options);
