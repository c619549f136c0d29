import type { CommandInputs } from '@perspectief/graphql-contract/command-inputs';
import type { CommandName } from '../data/command';

/** Where the choices of a `pick` come from: the page that opens the form knows them. */
export type ChoiceSource = 'debts' | 'members' | 'coaches' | 'experts' | 'people' | 'threats' | 'events' | 'applications' | 'goals' | 'readers' | 'areas' | 'budgets' | 'payments';

export type FieldKind =
  /** Known to the page: never shown. */
  | { readonly kind: 'given' }
  /** A new id, made once for each form: never shown. */
  | { readonly kind: 'fresh' }
  | { readonly kind: 'text' | 'long-text' | 'lines' | 'date' | 'date-time' | 'month' | 'money' | 'yes-no' | 'dates' | 'scores' | 'percentages' | 'bsn' | 'tiers' | 'emergency-part' | 'resident' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: 'scale'; readonly from: number; readonly to: number }
  | { readonly kind: 'choice' | 'checks'; readonly terms: string; readonly options: readonly string[] }
  | { readonly kind: 'pick' | 'picks'; readonly from: ChoiceSource };

export type Field = FieldKind & { readonly optional?: boolean };

/** One field for everything that the command wants to know: what is left out does not compile. */
export type FormOf<Name extends CommandName> = { readonly [Key in keyof Required<CommandInputs[Name]>]: Field };
export type Forms<Names extends CommandName> = { readonly [Name in Names]: FormOf<Name> };

export const given: Field = { kind: 'given' };
export const fresh: Field = { kind: 'fresh' };
export const text: Field = { kind: 'text' };
export const longText: Field = { kind: 'long-text' };
export const lines: Field = { kind: 'lines' };
export const date: Field = { kind: 'date' };
export const dateTime: Field = { kind: 'date-time' };
export const month: Field = { kind: 'month' };
export const money: Field = { kind: 'money' };
export const yesNo: Field = { kind: 'yes-no' };
export const dates: Field = { kind: 'dates' };
export const scores: Field = { kind: 'scores' };
export const percentages: Field = { kind: 'percentages' };
export const tiers: Field = { kind: 'tiers' };
export const emergencyPart: Field = { kind: 'emergency-part' };
/** Somebody who signs in and is in no list, found by the code on the own screen. */
export const resident: Field = { kind: 'resident' };
export const bsn: Field = { kind: 'bsn' };
export const whole = (min: number, max: number): Field => ({ kind: 'number', min, max, whole: true });
export const number = (min: number, max: number): Field => ({ kind: 'number', min, max, whole: false });
export const scale = (from: number, to: number): Field => ({ kind: 'scale', from, to });
/** `terms` is the group of `src/terms` that has the words of the options. */
export const choice = (terms: string, options: readonly string[]): Field => ({ kind: 'choice', terms, options });
export const checks = (terms: string, options: readonly string[]): Field => ({ kind: 'checks', terms, options });
export const pick = (from: ChoiceSource): Field => ({ kind: 'pick', from });
export const picks = (from: ChoiceSource): Field => ({ kind: 'picks', from });
export const optional = (field: Field): Field => ({ ...field, optional: true });

export const LAWS = ['jeugd', 'wmo', 'participatiewet', 'schuldhulp'] as const;
export const law = choice('law', LAWS);
export const AREAS = ['beijum', 'lewenborg', 'selwerd', 'de-wijert-noord', 'indische-buurt-de-hoogte', 'ten-boer', 'haren'] as const;
export const area = choice('area', AREAS);
export const LIFE_AREAS = [
  'finances', 'work-and-learning', 'daytime', 'housing', 'home-relations', 'mental-health', 'physical-health', 'substance-use',
  'daily-life', 'social-network', 'participation', 'justice', 'parenting',
] as const;
export const lifeArea = choice('lifeArea', LIFE_AREAS);
