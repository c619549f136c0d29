import { demands, isAction, isStreamCommand, type CaseworkAction as Action, type Rules } from '@perspectief/access';
import { ExportDesk, invalidInput, InvalidInput, NotFound, NotYet, refusedAs, wireError, type EdgeContext, type SessionClaim } from '@perspectief/edge';
import { categoryOf, idOfStream, type Actor, type Uuid } from '@perspectief/kernel';
import type { Admitted, Denied } from './admitted.js';
import { eyesOn, seesLine, withinFor } from './answers.js';
import { deniedCommand, deniedQuestion } from './denial.js';
import type { DeskSources } from './desk-sources.js';
import { borneOut, seenIn } from './from-memory.js';
import { inTime } from './in-time.js';
import { KeptAnswers } from './kept-answers.js';
import { beside, inList } from './listed.js';
import { begunBy, householdsIn, recordLook, trajectoriesIn } from './looks.js';
import { readingAhead, type Answering } from './reading-ahead.js';
import { shown } from './shown.js';
import { Subjects, type Arguments, type FactsFrom, type Found } from './subjects.js';

/** A look that rested on the session has proven it already. */
const proven = async (claim: SessionClaim | undefined): Promise<void> => {
  if (claim?.proven === false) await claim.prove();
};

const isAnswer = (told: unknown): told is object =>
  typeof told === 'object' && told !== null && ![NotFound, NotYet, InvalidInput].some((Kind) => told instanceof Kind);

/** The one place that every question, command, subscription and export passes: who, about what, which parts, and into the log. */
export class Desk extends ExportDesk {
  readonly subjects: Subjects;
  private readonly kept: KeptAnswers;

  constructor(private readonly sources: DeskSources) {
    super();
    this.subjects = new Subjects(sources.files);
    this.kept = new KeptAnswers(sources.keys, sources.mostKept);
  }

  /** Deny by default. A denied try is in the log before anybody hears of it. */
  async admit(action: Action, args: Arguments, context: EdgeContext, from: FactsFrom = 'log'): Promise<Admitted | Denied> {
    const { actor, unavailable, claim } = context;
    if (unavailable) throw wireError('UNAVAILABLE');
    if (!actor) throw wireError('FORBIDDEN');
    if (from === 'log') await proven(claim);
    const startedAt = new Date().toISOString();
    const demand = demands[action];
    // Who asks and what it is about are looked up at once; nothing is told before both are known.
    const looking = this.sources.viewers.rulesOf(actor);
    const municipality = async (): Promise<string> => (await looking)?.viewer.municipality ?? '';
    const gathering = 'about' in demand ? this.subjects.of(demand, { action, args, municipality, from }) : undefined;
    const [rules, gathered] = await Promise.all([looking, gathering]);
    if (!rules) throw wireError('FORBIDDEN');
    const shared = { actor, rules, action, startedAt, claim };
    if (!gathered) {
      const row = rules.firstRow(action);
      return row ? { ...shared, row, found: [] } : this.deny({ ...shared, row, found: [] }, undefined, args);
    }
    if ('malformed' in gathered) return { about: undefined, malformed: gathered.malformed };
    const { found } = gathered;
    const verdicts = found.map(({ subject }) => (subject ? rules.authorise(action, subject) : undefined));
    const refused = found.find((_, n) => !verdicts[n]?.allowed);
    const [first] = verdicts;
    const admitted = { ...shared, found, row: first?.allowed ? first.row : undefined };
    return refused ? this.deny(admitted, refused, args) : admitted;
  }

  async question(action: Action, args: Arguments, context: EdgeContext, asked: Answering): Promise<unknown> {
    const name = this.kept.nameOf(action, args, context.actor);
    // What will be given again need not be read.
    const answer = name !== undefined && this.kept.has(name) ? asked : readingAhead(action, asked, context);
    const told = await borneOut(async (from) => {
      const again = name !== undefined && from === 'memory' ? await this.again(name, args, context) : undefined;
      return again ?? this.answered(action, args, context, { name, answer, from });
    });
    await proven(context.claim);
    return told;
  }

  /** The answer as it was given before. Whoever may not have it any more, or where anything has changed, has none. */
  private async again(name: string, args: Arguments, { claim }: EdgeContext): Promise<object | undefined> {
    const kept = this.kept.of(name);
    if (!kept || !this.sources.files.knows(seenIn(kept.admitted.found) ?? [])) return undefined;
    if ((await this.sources.viewers.rulesOf(kept.admitted.actor)) !== kept.admitted.rules) return undefined;
    await this.record({ ...kept.admitted, claim, startedAt: new Date().toISOString() }, 'read', args, []);
    // Keys that opened it may have been destroyed meanwhile.
    return this.kept.of(name) === kept ? kept.answer : undefined;
  }

  private async answered(action: Action, args: Arguments, context: EdgeContext, { name, answer, from }: { readonly name: string | undefined; readonly answer: Answering; readonly from: FactsFrom }): Promise<unknown> {
    const keep = name === undefined ? undefined : this.kept.keeping(name);
    const admitted = await this.admit(action, args, context, from);
    if (!('rules' in admitted)) return this.withoutQuestion(admitted, action, answer, context);
    const { rules, found } = admitted;
    const fileOf = found.find(({ file, subject }) => file && subject);
    const eyes = fileOf?.file && fileOf.subject ? eyesOn(rules, action, fileOf.subject, fileOf.file) : undefined;
    const seeing = { ...context, within: withinFor(rules, action), sees: seesLine(eyes) };
    if (!('list' in demands[action] || 'listing' in demands[action])) {
      // The look is written while the answer is made; without it nothing leaves.
      const how = action === 'readerLogExport' || action === 'householdExport' ? 'exported' : 'read';
      const [told] = await Promise.all([answer(seeing), this.record(admitted, how, args, [])]);
      if (!isAnswer(told)) return told;
      const seen = await shown(told, { admitted, eyes }, this.sources, this.subjects);
      const { householdIds: others } = await inList(beside(seen), this.sources.database);
      if (others.length > 0) await this.record({ ...admitted, found: [] }, 'listed', args, others);
      keep?.(admitted, told, seen);
      return seen;
    }
    const told = await answer(seeing);
    const listed = isAnswer(told) ? await inList(told, this.sources.database) : undefined;
    const looked = this.record(admitted, listed ? 'listed' : 'read', args, listed?.householdIds ?? []);
    const [seen] = await Promise.all([isAnswer(told) ? shown(told, { admitted, eyes, listed }, this.sources, this.subjects) : told, looked]);
    return seen;
  }

  async command(action: Action, args: Arguments, context: EdgeContext, send: (context: EdgeContext) => Promise<unknown>): Promise<unknown> {
    if (!context.actor && !context.unavailable) return refusedAs({ code: 'NOT_SIGNED_IN' });
    if (context.actor) this.sources.readAhead?.(action, args);
    // In the log before anything of it is written: but for a household that is not there yet, an emergency that may be refused, and work on the
    // directory, which its own code records with what it was about.
    const after = action === 'RegisterHousehold' || action === 'BreakGlass';
    const [admitted, sent] = await borneOut(async (from) => {
      const one = await this.admit(action, args, context, after ? 'log' : from);
      if (!('rules' in one) || after || 'office' in demands[action]) return [one] as const;
      const cleared = { when: this.record(one, 'write', args, []), standing: seenIn(one.found) };
      // The command path decides while the look is written, and writes when it is.
      const answer = isStreamCommand(action) ? send({ ...context, cleared }) : undefined;
      answer?.catch(() => undefined);
      await cleared.when;
      return [one, answer] as const;
    });
    await proven(context.claim);
    if (!('rules' in admitted))
      return admitted.malformed === undefined
        ? deniedCommand(admitted.about)
        : refusedAs({ code: 'INVALID_INPUT', field: admitted.malformed, facts: { rule: 'isUuid' } });
    const answer = await (sent ?? send(context));
    if (after) await this.record(admitted, action === 'BreakGlass' ? 'break-glass' : 'write', args, begunBy(action, args, answer));
    return answer;
  }

  /** A file that leaves the platform. None for what is not there and for what is not theirs. */
  async export<T extends object>(action: string, args: Arguments, actor: Actor, answer: () => Promise<T | undefined>): Promise<T | undefined> {
    if (!isAction(action)) return undefined;
    const admitted = await this.admit(action, args, { actor });
    if (!('rules' in admitted)) return undefined;
    const file = await answer();
    await this.record(admitted, 'exported', args, []);
    return file && ((await shown(file, { admitted, eyes: undefined }, this.sources, this.subjects)) as T);
  }

  rulesOf(actor: Actor): Promise<Rules | undefined> {
    return this.sources.viewers.rulesOf(actor);
  }

  /** One check without a look: for pushes, which show nothing but that something moved. */
  async maySee(rules: Rules, action: Action, named: 'file' | 'pot', id: string): Promise<boolean> {
    const subject = await this.subjects.named(named, id);
    return subject !== undefined && rules.may(action, subject);
  }

  /** Whether any of what moved is in the viewer's list; where nobody can say what moved, it may be. */
  async concerns(rules: Rules, action: Action, streams: readonly string[] | undefined): Promise<boolean> {
    if (streams === undefined) return rules.firstRow(action) !== undefined;
    for (const stream of streams) {
      const named = categoryOf(stream) === 'trajectory' ? 'file' : categoryOf(stream) === 'pooledBudget' ? 'pot' : undefined;
      if (named === 'file' && (await this.maySee(rules, action, named, idOfStream(stream)))) return true;
      if (named === 'pot' && (await this.maySee(rules, 'pooledBudget', named, idOfStream(stream)))) return true;
    }
    return false;
  }

  async record({ actor, action, row, found, startedAt, claim }: Admitted, how: Parameters<typeof recordLook>[1]['action'], args: Arguments, more: readonly Uuid[]): Promise<void> {
    const householdIds = [...householdsIn(found), ...more];
    const shared = { actor, what: action, action: how, row, startedAt, asOf: args['asOf'], seen: seenIn(found), session: claim?.proven === false ? claim.session : undefined };
    await recordLook(this.sources.readerLog, { ...shared, householdIds, trajectoryIds: trajectoriesIn(found) });
    if (claim) claim.proven = true;
  }

  /** Answers of lists a role has no part in are empty; all else is not found. */
  private async withoutQuestion({ about, malformed }: Denied, action: Action, answer: Answering, context: EdgeContext): Promise<unknown> {
    if (malformed !== undefined) return invalidInput(malformed, 'isUuid');
    if (about) return deniedQuestion(about);
    if ('list' in demands[action]) return answer({ ...context, within: undefined, sees: undefined });
    throw wireError('FORBIDDEN');
  }

  private async deny(admitted: Admitted, about: Found | undefined, args: Arguments): Promise<Denied> {
    await Promise.all([this.record(admitted, 'denied', args, []), inTime(admitted.startedAt, this.sources.denialTakes)]);
    return { about };
  }
}
