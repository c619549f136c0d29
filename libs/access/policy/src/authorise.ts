import { subject } from '@casl/ability';
import { abilityOf, type FileAbility } from './ability.js';
import type { AskedFacts, PotFacts } from './facts/file-reader.js';
import type { FileFacts, FileSubject } from './facts/file.js';
import { policies as everyPolicy, policyOf, type Policies } from './policies/index.js';
import type { Action } from './policies/demands.js';
import { parts, type Part } from './policies/parts.js';
import type { PolicyRow, SubjectKind } from './policies/words.js';
import type { Viewer } from './viewer.js';

/** What a rule is asked about. */
export type Subject =
  | { readonly kind: 'file'; readonly facts: FileSubject }
  | { readonly kind: 'pot'; readonly facts: PotFacts }
  | { readonly kind: 'request'; readonly facts: RequestSubject }
  | { readonly kind: 'place'; readonly facts: { readonly municipality: string; readonly areas: readonly string[] } }
  | { readonly kind: 'study'; readonly facts: { readonly municipality: string } }
  | { readonly kind: 'office' };

/** A request in its pot, with the file that it is for. */
export interface RequestSubject extends AskedFacts, Pick<FileFacts, 'householdId' | 'coaches' | 'members' | 'restricted' | 'named'> {
  readonly municipality: string;
  /** Of the pot. */
  readonly areas: readonly string[];
}

/** `no-rule`: nothing of this role says so; `not-this-one`: a rule does, but not about this; `banned`: a rule forbids it. */
export type DenialReason = 'no-rule' | 'not-this-one' | 'banned';
export type Verdict = { readonly allowed: true; readonly row: PolicyRow } | { readonly allowed: false; readonly reason: DenialReason };

/** The rules of one viewer, made once and asked often. */
export class Rules {
  private readonly ability: FileAbility;

  constructor(
    readonly viewer: Viewer,
    private readonly policies: Policies = everyPolicy,
  ) {
    this.ability = abilityOf(viewer, policies);
  }

  /** The one question: may this viewer do or see this, and of it this part? Pure; what no row says is denied. */
  authorise(action: Action, about: Subject, part?: Part): Verdict {
    const asked = 'facts' in about ? subject(about.kind, { ...about.facts }) : about.kind;
    const rule = this.ability.relevantRuleFor(action, asked, part);
    const row = rule?.reason === undefined ? undefined : policyOf(this.viewer.role, this.policies)?.rows[Number(rule.reason)];
    if (rule && !rule.inverted && row) return { allowed: true, row };
    if (rule?.inverted) return { allowed: false, reason: 'banned' };
    return { allowed: false, reason: this.knows(action, about.kind) ? 'not-this-one' : 'no-rule' };
  }

  may(action: Action, about: Subject, part?: Part): boolean {
    return this.authorise(action, about, part).allowed;
  }

  /** Whether any row of the role speaks of this. */
  knows(action: Action, kind: SubjectKind): boolean {
    return this.ability.possibleRulesFor(action, kind).some(({ inverted }) => !inverted);
  }

  /** The first row of the role for an action that is about no one thing: a list, or the office. */
  firstRow(action: Action): PolicyRow | undefined {
    return policyOf(this.viewer.role, this.policies)?.rows.find(({ may }) => may.includes(action));
  }

  partsOf(action: Action, about: Subject): ReadonlySet<Part> {
    const asked = 'facts' in about ? subject(about.kind, { ...about.facts }) : about.kind;
    // The last rule that matches says so, as above; what each rule asks of the file is asked once, not once a part.
    const matching = this.ability.rulesFor(action, about.kind).filter((rule) => rule.matchesConditions(asked));
    return new Set(parts.filter((part) => matching.find((rule) => rule.matchesField(part))?.inverted === false));
  }

  /** Parts that rows of the role name for this action, whatever they are about. */
  partsNamed(action: Action, kind: SubjectKind): ReadonlySet<Part> {
    const named = this.ability.possibleRulesFor(action, kind).flatMap(({ inverted, fields }) => (inverted ? [] : (fields ?? [])));
    return new Set(parts.filter((part) => named.includes(part)));
  }

  get casl(): FileAbility {
    return this.ability;
  }
}

/** The one authorisation function, for a single question. */
export const authorise = (viewer: Viewer, action: Action, about: Subject, part?: Part, policies: Policies = everyPolicy): Verdict =>
  new Rules(viewer, policies).authorise(action, about, part);
