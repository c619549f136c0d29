import { parseAmount, parseBusinessDate, parseLocalDateTime } from '@perspectief/kernel';
import { Float, Int } from '@nestjs/graphql';
import { AmountScalar, BusinessDateScalar, LocalDateTimeScalar, PercentageScalar } from '../scalars.js';
import { composed, rule, type FieldOptions } from './composed.js';
import { listed } from './listed.js';

/** Largest number that GraphQL's Int carries. */
const LARGEST = 2_147_483_647;

/** `"1234.50"` on the wire, whole cents inside. Whether nought will do is for the domain to say. */
export const Amount = (options: FieldOptions = {}): PropertyDecorator =>
  composed({
    ...options,
    type: () => AmountScalar,
    read: (wire) => parseAmount(wire) ?? Number.NaN,
    rules: [rule('isAmount', Number.isSafeInteger)],
  });

const isDay = (value: unknown): boolean => parseBusinessDate(value) !== undefined;

/** `2024-01-31`, a day that the calendar has. */
export const Day = (options: FieldOptions = {}): PropertyDecorator =>
  composed({ ...options, type: () => BusinessDateScalar, rules: [rule('isBusinessDate', isDay)] });

export const Days = (options: FieldOptions = {}): PropertyDecorator =>
  listed({ ...options, type: () => [BusinessDateScalar], each: ['isBusinessDate', isDay] });

const MONTH = /^\d{4}-\d{2}$/;

/** `2024-01`. */
export const Month = (options: FieldOptions = {}): PropertyDecorator =>
  composed({
    ...options,
    type: () => String,
    rules: [rule('isMonth', (value) => typeof value === 'string' && MONTH.test(value) && isDay(`${value}-01`))],
  });

/** A day, or a time on it. */
export const Moment = (options: FieldOptions = {}): PropertyDecorator =>
  composed({
    ...options,
    type: () => LocalDateTimeScalar,
    read: (wire) => parseLocalDateTime(wire) ?? false,
    rules: [rule('isLocalDateTime', (value) => typeof value === 'string')],
  });

export interface WholeOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

export const Whole = ({ min = 0, max = LARGEST, ...options }: WholeOptions = {}): PropertyDecorator =>
  composed({
    ...options,
    type: () => Int,
    rules: [rule('isWhole', (value) => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max)],
  });

const PERCENTAGE = /^\d{1,3}(\.\d{1,6})?$/;

/** `"0.75"`; the number 0.75 is read as the same. */
export const Percentage = (options: FieldOptions = {}): PropertyDecorator =>
  composed({
    ...options,
    type: () => PercentageScalar,
    read: (wire) => (typeof wire === 'number' ? String(wire) : wire),
    rules: [rule('isPercentage', (value) => typeof value === 'string' && PERCENTAGE.test(value) && Number(value) <= 100)],
  });

const MINUTES = 60;
const MOST_HOURS = 10_000;
/** 4.1 hours are 246 minutes, though no computer's 4.1 times 60 is. */
const NEAR = 1e-6;

const isWholeMinutes = (hours: number): boolean => Math.abs(hours * MINUTES - Math.round(hours * MINUTES)) <= NEAR;

/** Hours of work, to the minute. */
export const Hours = (options: FieldOptions = {}): PropertyDecorator =>
  composed({
    ...options,
    type: () => Float,
    rules: [rule('isHours', (value) => typeof value === 'number' && value >= 0 && value <= MOST_HOURS && isWholeMinutes(value))],
  });

/** A mark on a scale. How far the scale goes is for the domain to say, also below. */
export const Score = (options: FieldOptions = {}): PropertyDecorator => Whole({ ...options, min: -LARGEST });
