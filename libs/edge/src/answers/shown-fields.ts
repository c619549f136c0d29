import { Field, ID, Int, type ReturnTypeFunc } from '@nestjs/graphql';
import { AmountScalar, BusinessDateScalar, LocalDateTimeScalar, MomentScalar } from '../scalars.js';

/** Fields of what the API shows, one line each; `maybe` may be null. */
const shown =
  (type: ReturnTypeFunc) =>
  (says?: string): PropertyDecorator =>
    Field(type, says === undefined ? {} : { description: says });
const maybe =
  (type: ReturnTypeFunc) =>
  (says?: string): PropertyDecorator =>
    Field(type, { nullable: true, ...(says !== undefined && { description: says }) });

export const ShowId = shown(() => ID);
export const ShowText = shown(() => String);
export const ShowTexts = shown(() => [String]);
export const ShowIds = shown(() => [ID]);
export const ShowDay = shown(() => BusinessDateScalar);
export const ShowDays = shown(() => [BusinessDateScalar]);
export const ShowTime = shown(() => LocalDateTimeScalar);
export const ShowMoment = shown(() => MomentScalar);
export const ShowAmount = shown(() => AmountScalar);
export const ShowCount = shown(() => Int);
export const ShowFlag = shown(() => Boolean);

export const MaybeId = maybe(() => ID);
export const MaybeText = maybe(() => String);
export const MaybeDay = maybe(() => BusinessDateScalar);
export const MaybeMoment = maybe(() => MomentScalar);
export const MaybeTime = maybe(() => LocalDateTimeScalar);
export const MaybeAmount = maybe(() => AmountScalar);
export const MaybeCount = maybe(() => Int);
export const MaybeFlag = maybe(() => Boolean);
