import { InputType } from '@nestjs/graphql';
import { accept, deriveId } from '@perspectief/kernel';
import { Conflict, MemoryEventStore, Unavailable } from '@perspectief/event-store';
import type { AnyStreamOwner } from '@perspectief/runtime';
import { commandResolver } from '../command/index.js';
import { Code, Id, Whole } from '../fields/index.js';
import { mutation, openEdge } from '../testing/index.js';
import { GraphQLError } from 'graphql';
import { errorFormatter, wireSentences, withoutValue } from '../index.js';

@InputType()
class NoteSecretInput {
  @Id() noteId!: string;
  @Code() secret!: string;
  @Whole({ optional: true }) pages?: number;
}

const inputs = { NoteSecret: NoteSecretInput };
const owner: AnyStreamOwner = {
  category: 'note', idField: 'noteId', decider: { initial: {}, evolve: (state) => state, decide: () => accept() },
  events: {}, inputs, internal: [], gather: async () => undefined, municipalityOf: () => 'groningen',
  privacy: { householdOf: () => undefined, scopeOf: () => 'common' },
};
const input = { noteId: deriveId('note'), secret: 'Jansen' };

/** A log whose appends fail in one way. */
class BrokenStore extends MemoryEventStore {
  constructor(private readonly error: Error) {
    super();
  }
  override append(): Promise<never> {
    return Promise.reject(this.error);
  }
}

const tell = async (error: Error) => {
  const reported: unknown[] = [];
  const edge = await openEdge({
    owners: [owner], resolvers: [commandResolver(inputs)], store: new BrokenStore(error), actor: { id: 'a', role: 'b' },
    report: (code, cause) => reported.push([code, cause]),
  });
  const told = await edge.ask(mutation('noteSecret'), { input, commandId: deriveId('c') });
  await edge.close();
  return { ...told, reported };
};

describe('a broken wire', () => {
  test.each([
    ['CONFLICT', new Conflict('note-Jansen', 1, 2)],
    ['UNAVAILABLE', new Unavailable(new Error('password of Jansen refused'))],
    ['UNAVAILABLE', Object.assign(new Error('could not extend file for Jansen'), { code: '53100' })],
    ['INTERNAL', new TypeError('Jansen is not a function')],
  ] as const)('is told as %s, with a sentence and without internals', async (code, error) => {
    const { data, errors, text, reported } = await tell(error);
    expect(reported).toEqual([[code, error]]);
    expect(data).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ message: wireSentences[code].en, extensions: { code, sentence: wireSentences[code] } })]);
    expect(text).not.toMatch(/Jansen|stack|node_modules/);
  }, 20_000);
});

describe('what the protocol refuses', () => {
  const opened = openEdge({ owners: [owner], resolvers: [commandResolver(inputs)], actor: { id: 'a', role: 'b' } });
  afterAll(async () => (await opened).close());

  const literal = (fields: string): string => `mutation { noteSecret(commandId: "${deriveId('c')}", input: { ${fields} }) { __typename } }`;

  test.each([
    ['a wrong literal', literal('noteId: "x", secret: ["Jansen"], pages: "Jansen"')],
    ['an enum for a text', literal('noteId: "x", secret: Jansen')],
    ['half a question', 'mutation { noteSecret(input: "Jansen'],
    ['an unknown field', '{ jansens }'],
  ])('is bad input, without what was sent: %s', async (_, query) => {
    const { status, errors, text } = await (await opened).ask(query);
    expect(status).toBe(400);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(errors.map(() => 'BAD_USER_INPUT'));
    expect(text).not.toContain('Jansen');
  });

  test('an amount of pages that is no number is bad input too', async () => {
    const { status, errors, text } = await (await opened).ask(mutation('noteSecret'), { input: { ...input, pages: 'Jansen' }, commandId: deriveId('c') });
    expect({ status, code: errors[0]?.extensions['code'] }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    expect(text).not.toContain('Jansen');
    expect(errors[0]?.message).toContain('pages');
  });

  test('helps to guess a name only where the schema may be read', () => {
    const errors = [new GraphQLError('Cannot query field "memos" on type "Note". Did you mean "memo" or "memoId"?')];
    expect(errorFormatter({ errors }).response.errors[0]?.message).toBe('Cannot query field "memos" on type "Note".');
    expect(errorFormatter({ errors }, undefined, true).response.errors[0]?.message).toContain('Did you mean "memo"');
  });

  test('keeps what helps to find the fault', () => {
    expect(withoutValue('Variable "$input" got invalid value "Jan" at "input.months"; Int cannot represent non-integer value: "Jan"')).toBe(
      'Variable "$input" has a wrong value at "input.months"; Int cannot represent non-integer value',
    );
    expect(withoutValue('Syntax Error: Query depth limit of 12 exceeded, found 14.')).toBe('Syntax Error: Query depth limit of 12 exceeded, found 14.');
    expect(withoutValue('Syntax Error: Expected ")", found String "Jansen".')).toBe('Syntax Error: Expected.');
    expect(withoutValue('Variable "$tab" got invalid value "Jan"; Value "Jan" does not exist in "Tab" enum.')).toBe(
      'Variable "$tab" has a wrong value; The value does not exist in "Tab" enum.',
    );
    expect(withoutValue('Cannot query field "jansens" on type "Query".')).toBe('Cannot query field "jansens" on type "Query".');
  });
});
