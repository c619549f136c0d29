import type { CommandName } from '../data/command';
import { crisis } from './definitions/crisis';
import { debts } from './definitions/debts';
import { household } from './definitions/household';
import { intake } from './definitions/intake';
import { pooledBudget } from './definitions/pooled-budget';
import { privacy } from './definitions/privacy';
import { tandemAndAftercare } from './definitions/tandem-and-aftercare';
import type { Field } from './fields';

/** Every command that has a form. */
export const catalogue = { ...household, ...intake, ...crisis, ...debts, ...tandemAndAftercare, ...pooledBudget, ...privacy };
export type FormName = keyof typeof catalogue;

/** The fields of a form in the order of its definition. */
export const fieldsOf = (name: FormName): readonly (readonly [string, Field])[] => Object.entries<Field>(catalogue[name]);

export const hasForm = (name: CommandName): name is FormName => name in catalogue;
