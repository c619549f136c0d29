import { formatAmount } from '@perspectief/kernel';
import { GraphQLScalarType, Kind } from 'graphql';

/** Not text: no reader of amounts or dates accepts it, so that the field's rule says what is wrong. */
const NOT_TEXT = false;

const textOrNot = (value: unknown): unknown => (typeof value === 'string' ? value : NOT_TEXT);

/** Lets text through as it was written: a wrong value is told by the field's own rule, not as an error of the protocol. */
const unread = (name: string, description: string, write: (value: unknown) => unknown = (value) => value): GraphQLScalarType =>
  new GraphQLScalarType({
    name,
    description,
    parseValue: textOrNot,
    parseLiteral: (literal) => (literal.kind === Kind.STRING ? literal.value : NOT_TEXT),
    serialize: write,
  });

export const AmountScalar = unread(
  'Amount',
  'Euro with a point before the cents, as text: "1234.50" or "1234". No sign, no thousands separator.',
  (value) => (typeof value === 'number' ? formatAmount(value) : value),
);

export const BusinessDateScalar = unread('BusinessDate', 'Day in Europe/Amsterdam: "2024-01-31".');

export const LocalDateTimeScalar = unread(
  'LocalDateTime',
  'Civil time in Europe/Amsterdam: "2024-01-31T10:30:00", or "2024-01-31" for the start of that day. A time with an offset is converted.',
);

export const MomentScalar = unread('Moment', 'Moment on the world\'s time line: "2024-01-31T09:30:00.000Z".');

const textOrNumber = (value: unknown): unknown => (typeof value === 'number' ? value : textOrNot(value));

/** A share of a hundred: the one quantity that may come as a number, for it is no money and no date. */
export const PercentageScalar = new GraphQLScalarType({
  name: 'Percentage',
  description: 'Percentage with a point before the decimals: "0.75", or the number 0.75.',
  parseValue: textOrNumber,
  parseLiteral: (literal) =>
    literal.kind === Kind.STRING || literal.kind === Kind.FLOAT || literal.kind === Kind.INT ? literal.value : NOT_TEXT,
});
