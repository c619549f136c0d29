import { useOutletContext } from 'react-router';
import type { HouseholdMoneyQuery, HouseholdPageQuery } from '@perspectief/graphql-contract/household';
import type { NameOf } from '../../data/people';
import type { Choices } from '../../commands/field-control';
import type { FormName } from '../../commands/catalogue';
import type { OpenForm } from '../../commands/command-form';
import type { Deed } from '../../commands/forms-provider';
import type { Trajectory } from './opened';

export type { Trajectory };
export type Household = Extract<HouseholdPageQuery['household'], { readonly __typename: 'Household' }>;
export type Spend = Extract<HouseholdMoneyQuery['householdSpend'], { readonly __typename: 'SpendOfHousehold' }>;

/** A command about this household, if it is one for this reader and this day: ids of the page are filled in. */
export type OfferHere = (name: FormName, ids?: Readonly<Record<string, unknown>>, more?: Pick<OpenForm, 'values' | 'about'>) => Deed | undefined;

/** What every part of the page reads. */
export interface PageContext {
  readonly trajectory: Trajectory;
  readonly household: Household | undefined;
  readonly spend: Spend | undefined;
  /** A page of another day: nothing can be changed. */
  readonly readOnly: boolean;
  readonly nameOf: NameOf;
  readonly choices: Choices;
  readonly offer: OfferHere;
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
}

/** The name of a pot, where this reader has one. */
export const potNameIn = ({ budgets }: Choices, budgetId: string): string | undefined => budgets?.find(({ value }) => value === budgetId)?.label;

export const useHouseholdPage = (): PageContext => useOutletContext<PageContext>();
