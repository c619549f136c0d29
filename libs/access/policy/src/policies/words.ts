import type { Domain } from '@perspectief/kernel';
import type { Bilingual } from '@perspectief/law';
import type { Action } from './demands.js';
import type { Part } from './parts.js';

/** Roles of the directory, in the order of the domain contract. */
export const accessRoles = [
  'neighbourhood-coach',
  'debt-counsellor',
  'experience-expert',
  'budget-holder',
  'household-member',
  'evaluator',
  'microdata-evaluator',
  'administrator',
  'privacy-officer',
] as const;
export type AccessRole = (typeof accessRoles)[number];

/** What rules are about. `file`: a household or a trajectory; `place`: where something new would be; `study`: one of an evaluator; `office`: no file at all. */
export const subjectKinds = ['file', 'pot', 'request', 'place', 'study', 'office'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Stand in conditions for what the viewer is. */
export const ME = '§me';
/** Of a resident the viewer; of staff nobody, whatever household took them for a member. */
export const ME_AT_HOME = '§me-at-home';
export const MY_AREAS = '§areas';
export const MY_MUNICIPALITY = '§municipality';
/** Of a viewer without an area of their own: the municipality; of others nothing. */
export const MY_WHOLE_MUNICIPALITY = '§whole-municipality';
/** Households whose glass the viewer broke, less than three hours ago. */
export const MY_GLASSES = '§glasses';

type Value = string | boolean;
/** Facts as they must be; of facts that are lists, one of them. */
export type Condition = Readonly<Record<string, Value | { readonly $in: string } | { readonly $nin: string } | { readonly $ne: Value }>>;

/** What a look is for, in the words of the reader log. */
export type PurposeWord = 'support' | 'debt-help' | 'tandem' | 'spending' | 'own-file' | 'administration' | 'oversight' | 'evaluation' | 'break-glass';

/** One line that a privacy officer can read: these actions, on this, when one of these conditions holds. */
export interface PolicyRow {
  readonly may: readonly Action[];
  readonly on: SubjectKind;
  /** One of these must hold; without them, always. */
  readonly when?: readonly Condition[];
  /** Of what is read: these parts. Without them nothing is shown, only done. */
  readonly parts?: readonly Part[];
  readonly why: Bilingual;
  /** Of the domain contract (section 9) or the rules (PR-01 to PR-17). */
  readonly source: string;
  readonly purpose: PurposeWord;
  /** The law in whose work it is done; without one, what all laws share. */
  readonly law?: Domain;
}

export interface RolePolicy {
  readonly role: AccessRole;
  readonly rows: readonly PolicyRow[];
}
