import { InputType } from '@nestjs/graphql';
import { tryInput } from '../testing/index.js';
import {
  Amount, Choice, Choices, Code, Codes, Day, Days, Flag, Hours, Id, Ids, Moment, Month, Nested, NestedList, Percentage, Percentages, PersonId,
  Score, Text, Whole, type PercentagesInput,
} from './index.js';

const ID = '6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b';

/** An input with one field, `x`, under the decorator that is looked at. */
const only = (decorator: PropertyDecorator): new () => object => {
  @InputType({ isAbstract: true })
  class Only {
    @decorator x!: unknown;
  }
  return Only;
};

const read = async (decorator: PropertyDecorator, x: unknown) => tryInput(only(decorator), { x });
const refusedFor = (rule: string, field = 'x') => ({ refused: { code: 'INVALID_INPUT', field, facts: { rule } }, repeated: false });

const NUL = 'a\u0000b';
const HALF = '\ud83d';

describe('an amount', () => {
  test.each([['1234.50', 123_450], ['1234', 123_400], ['0.00', 0], ['0', 0], ['100000000.00', 10_000_000_000]])('%s is %d cents', async (wire, cents) => {
    expect(await read(Amount(), wire)).toEqual({ data: { x: cents } });
  });

  test.each(['-1.00', '1,234.50', '1e21', '1.5', '01.00', '', ' 1.00', '100000000.01', '99999999999999999999', NUL, '€ 5', 'NaN'])(
    '%j is no amount',
    async (wire) => {
      expect(await read(Amount(), wire)).toEqual(refusedFor('isAmount'));
    },
  );

  test.each([[12.5], [1250], [1e21], [-1], [true], [{}], [['1.00']], [Number.NaN]])('%j is not even text', async (wire) => {
    expect(await read(Amount(), wire)).toEqual(refusedFor('isAmount'));
  });
});

describe('a day and a moment', () => {
  test('stay as written', async () => {
    expect(await read(Day(), '2024-02-29')).toEqual({ data: { x: '2024-02-29' } });
    expect(await read(Month(), '2024-02')).toEqual({ data: { x: '2024-02' } });
    expect(await read(Moment(), '2024-02-29')).toEqual({ data: { x: '2024-02-29T00:00:00' } });
    expect(await read(Moment(), '2024-02-29T10:30')).toEqual({ data: { x: '2024-02-29T10:30:00' } });
  });

  test.each(['2024-02-30', '2023-02-29', '2024-2-3', '12-01-2024', '2024-01-12T10:00', '1812-01-01', '', NUL, 20240112, null, {}, ['2024-01-12']])(
    '%j is no day',
    async (wire) => {
      expect(await read(Day(), wire)).toEqual(refusedFor(wire === null ? 'isDefined' : 'isBusinessDate'));
    },
  );

  test.each(['2024-02-30T10:00', '2024-01-12T25:00', 'yesterday', 5, {}])('%j is no moment', async (wire) => {
    expect(await read(Moment(), wire)).toEqual(refusedFor('isLocalDateTime'));
  });

  test.each(['2024-13', '2024', '2024-1', 202401])('%j is no month', async (wire) => {
    expect(await read(Month(), wire)).toEqual(refusedFor('isMonth'));
  });

  test('a list of days names the rule of its items', async () => {
    expect(await read(Days(), ['2024-01-01', '2024-02-30'])).toEqual(refusedFor('isBusinessDate'));
    expect(await read(Days(), '2024-01-01')).toEqual(refusedFor('isList'));
  });
});

describe('an id', () => {
  test('is a UUID in lower case', async () => {
    expect(await read(Id(), ID)).toEqual({ data: { x: ID } });
    expect(await read(Ids(), [ID])).toEqual({ data: { x: [ID] } });
    expect(await read(PersonId(), 'coach-1')).toEqual({ data: { x: 'coach-1' } });
  });

  test.each([ID.toUpperCase(), '1', '', `${ID} `, `{${ID}}`, 7, {}, [ID], true])('%j is none', async (wire) => {
    expect(await read(Id(), wire)).toEqual(refusedFor('isUuid'));
  });

  test.each([[ID, 'isList'], [{ 0: ID }, 'isList'], [[ID, 'x'], 'isUuid'], [[[ID]], 'isUuid'], [Array(201).fill(ID), 'isList']])(
    'a list of them is no %j',
    async (wire, rule) => {
      expect(await read(Ids(), wire)).toEqual(refusedFor(rule as string));
    },
  );
});

describe('words', () => {
  test('keep emoji, newlines and tabs, in one spelling', async () => {
    expect(await read(Text(), ' Samen de post 👩‍👧\r\n\tZe\u0301 ')).toEqual({ data: { x: 'Samen de post 👩‍👧\n\tZé' } });
    expect(await read(Code(), 'Indische Buurt/De Hoogte')).toEqual({ data: { x: 'Indische Buurt/De Hoogte' } });
    expect(await read(Codes(), [])).toEqual({ data: { x: [] } });
  });

  test('lose what nobody sees and what turns the direction of others, so that no two look alike', async () => {
    expect(await read(PersonId(), 'coach\u200b-\u202e1\ufeff')).toEqual({ data: { x: 'coach-1' } });
    expect(await read(Text(), 'NL\u206600\u2069\u2028BANK')).toEqual({ data: { x: 'NL00\nBANK' } });
  });

  test.each(['', '   ', '\n', NUL, '\u0007', '\u009f', HALF, 'x'.repeat(4_001), 5, {}, ['a'], true])('%j is no text', async (wire) => {
    expect(await read(Text(), wire)).toEqual(refusedFor('isText'));
  });

  test.each(['', ' ', NUL, 'a\nb', 'a\tb', HALF, 'x'.repeat(121), 5, ['a']])('%j is no code', async (wire) => {
    expect(await read(Code(), wire)).toEqual(refusedFor('isCode'));
  });

  test('a text may be allowed to be longer', async () => {
    expect(await read(Text({ max: 5_000 }), 'x'.repeat(5_000))).toHaveProperty('data');
  });

  test('a list of codes holds codes alone', async () => {
    expect(await read(Codes(), ['a', NUL])).toEqual(refusedFor('isCode'));
    expect(await read(Codes(), 'a')).toEqual(refusedFor('isList'));
  });
});

describe('choices, flags and numbers', () => {
  test('a choice is one of its values', async () => {
    expect(await read(Choice(['self', 'early-signal']), 'early-signal')).toEqual({ data: { x: 'early-signal' } });
    expect(await read(Choices(['wmo']), ['wmo'])).toEqual({ data: { x: ['wmo'] } });
  });

  test.each(['Self', 'toString', '__proto__', '', 0, ['self'], {}])('%j is not among them', async (wire) => {
    expect(await read(Choice(['self']), wire)).toEqual(refusedFor('isIn'));
    expect(await read(Choices(['self']), [wire])).toEqual(refusedFor('isIn'));
  });

  test.each([1, 'true', 'false', 0, []])('%j is no flag', async (wire) => {
    expect(await read(Flag(), wire)).toEqual(refusedFor('isBoolean'));
  });

  test.each([-1, 1.5, 11, '3', 1e21, Number.POSITIVE_INFINITY, [3], {}])('%j is no whole number up to 10', async (wire) => {
    expect(await read(Whole({ max: 10 }), wire)).toEqual(refusedFor('isWhole'));
  });

  test('a score leaves its scale to the domain', async () => {
    expect(await read(Score(), -3)).toEqual({ data: { x: -3 } });
    expect(await read(Score(), '3')).toEqual(refusedFor('isWhole'));
  });

  test('a percentage is text or number, and text inside', async () => {
    expect(await read(Percentage(), '0.75')).toEqual({ data: { x: '0.75' } });
    expect(await read(Percentage(), 0.75)).toEqual({ data: { x: '0.75' } });
    for (const wire of ['-1', '101', '1,5', 'x', '1/3', 1e-9, {}]) expect(await read(Percentage(), wire)).toEqual(refusedFor('isPercentage'));
  });

  test('hours go to the minute', async () => {
    expect(await read(Hours(), 1.5)).toEqual({ data: { x: 1.5 } });
    for (const wire of [4.1, 2.05, 8.2]) expect(await read(Hours(), wire)).toEqual({ data: { x: wire } });
    for (const wire of [-1, 0.001, 4.123, '1', 1e21]) expect(await read(Hours(), wire)).toEqual(refusedFor('isHours'));
  });
});

describe('parts', () => {
  @InputType({ isAbstract: true })
  class Tier {
    @Amount() above!: number;
    @Whole() approvers!: number;
  }
  @InputType({ isAbstract: true })
  class Budget {
    @NestedList(() => Tier) tiers!: Tier[];
    @Nested(() => Tier, { optional: true }) first?: Tier;
    @Percentages({ optional: true }) split?: PercentagesInput;
  }
  const tier = { above: '500.00', approvers: 2 };

  test('are read by their own fields', async () => {
    expect(await tryInput(Budget, { tiers: [tier], first: tier, split: { jeugd: 60, wmo: 40 } })).toEqual({
      data: { tiers: [{ above: 50_000, approvers: 2 }], first: { above: 50_000, approvers: 2 }, split: { jeugd: '60', wmo: '40' } },
    });
  });

  test.each([
    [{ tiers: tier }, 'tiers', 'isList'],
    [{ tiers: ['x'] }, 'tiers', 'isRecord'],
    [{ tiers: [[tier]] }, 'tiers', 'isRecord'],
    [{ tiers: [{ ...tier, above: '1,5' }] }, 'tiers.0.above', 'isAmount'],
    [{ tiers: [{ ...tier, extra: 1 }] }, 'tiers.0.extra', 'whitelistValidation'],
    [{ tiers: [], first: [tier] }, 'first', 'isRecord'],
    [{ tiers: [], first: 'x' }, 'first', 'isRecord'],
    [{ tiers: [], first: {} }, 'first.above', 'isDefined'],
    [{ tiers: [], split: { jeugd: '60,5' } }, 'split.jeugd', 'isPercentage'],
    [{ tiers: [], split: { jeugd: 101 } }, 'split.jeugd', 'isPercentage'],
    [{ tiers: [], split: { zorg: 100 } }, 'split.zorg', 'whitelistValidation'],
    [{ tiers: [], split: [60, 40] }, 'split', 'isRecord'],
    [{}, 'tiers', 'isDefined'],
  ])('%j is told at its own place', async (data, field, rule) => {
    expect(await tryInput(Budget, data)).toEqual(refusedFor(rule, field));
  });
});

describe('any input', () => {
  const Any = only(Text({ optional: true }));

  test('null and left out both mean absent', async () => {
    expect(await tryInput(Any, { x: null })).toEqual({ data: {} });
    expect(await tryInput(Any, {})).toEqual({ data: {} });
    expect(await read(Amount({ optional: true }), null)).toEqual({ data: {} });
    expect(await read(Nested(() => Any, { optional: true }), null)).toEqual({ data: {} });
    expect(await read(Ids({ optional: true }), null)).toEqual({ data: {} });
  });

  test('what is required is missed', async () => {
    expect(await tryInput(only(Code()), {})).toEqual(refusedFor('isDefined'));
    expect(await read(Ids(), null)).toEqual(refusedFor('isDefined'));
  });

  test('holds no field that it does not know', async () => {
    expect(await tryInput(Any, { x: 'a', y: 1 })).toEqual(refusedFor('whitelistValidation', 'y'));
  });

  test.each([[[]], [null], ['text'], [5], [undefined]])('%j is none', async (data) => {
    expect(await tryInput(Any, data)).toEqual(refusedFor('isObject', 'data'));
  });

  test('changes no prototype', async () => {
    const hostile: unknown = JSON.parse('{"x":"a","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}');
    const tried = await tryInput(Any, hostile);
    expect(tried).toEqual({ data: { x: 'a' } });
    expect(Object.getPrototypeOf((tried as { data: object }).data)).toBe(Object.prototype);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('may come without a prototype, as GraphQL gives it', async () => {
    expect(await tryInput(Any, Object.assign(Object.create(null) as object, { x: 'a' }))).toEqual({ data: { x: 'a' } });
  });
});
