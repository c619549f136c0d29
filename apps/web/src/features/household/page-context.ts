import { useOutletContext } from 'react-router';
import type { HouseholdMoneyQuery, HouseholdPageQuery } from '@perspectief/graphql-contract/household';
import type { NameOf } from '../../data/people';
import type { Choices } from '../../commands/field-control';
import type { FormName } from '../../commands/catalogue';
import type { OpenForm } from '../../commands/command-form';
import type { Trajectory } from './opened';

export type { Trajectory };
export type Household = Extract<HouseholdPageQuery['household'], { readonly __typename: 'Household' }>;
export type Spend = Extract<HouseholdMoneyQuery['householdSpend'], { readonly __typename: 'SpendOfHousehold' }>;

/** A command about this household: ids of the page are filled in. */
export type Act = (name: FormName, ids?: Readonly<Record<string, unknown>>, more?: Pick<OpenForm, 'values' | 'about'>) => void;

/** What every part of the page reads. */
export interface PageContext {
  readonly trajectory: Trajectory;
  readonly household: Household | undefined;
  readonly spend: Spend | undefined;
  /** A page of another day, or closed: nothing can be changed. */
  readonly readOnly: boolean;
  readonly nameOf: NameOf;
  readonly choices: Choices;
  readonly act: Act;
  /** Whether this reader's work has that command at all; what it has not, is not offered. */
  readonly may: (name: FormName) => boolean;
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
}

export const useHouseholdPage = (): PageContext => useOutletContext<PageContext>();
