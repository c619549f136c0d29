import { InputType } from '@nestjs/graphql';
import { Id, Whole } from '@perspectief/edge';
import type { Uuid } from '@perspectief/kernel';

/** What every command of a pot names. */
@InputType({ isAbstract: true })
export abstract class OnBudget {
  @Id() budgetId!: Uuid;
}

@InputType({ isAbstract: true })
export abstract class OnRequest extends OnBudget {
  @Id() requestId!: Uuid;
}

/** A budget year, as far as the calendar goes. */
export const Year = (options: { readonly optional?: boolean; readonly says?: string } = {}): PropertyDecorator =>
  Whole({ ...options, min: 1900, max: 2199 });
