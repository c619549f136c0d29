import { amountFrom } from '@perspectief/ui';
import type { Raw, Read } from './values';

type Typed = Readonly<Record<string, string>>;

export const APPROVERS = ['1', '2', '3'] as const;

export const typedIn = (value: Raw | undefined): Typed => (typeof value === 'object' && !Array.isArray(value) ? (value as Typed) : {});

/** Reads the tiers that were filled in. */
export const readTiers = (value: Raw | undefined): Read => {
  const filled = APPROVERS.map((approvers) => [approvers, typedIn(value)[approvers]?.trim() ?? ''] as const).filter(([, above]) => above !== '');
  if (filled.length === 0) return {};
  const tiers = filled.map(([approvers, above]) => ({ approvers: Number(approvers), above: amountFrom(above) }));
  return tiers.some(({ above }) => above === undefined) ? { error: 'errors.money' } : { value: tiers };
};

/** Reads an amount with its number of working days; both or neither. */
export const readEmergencyPart = (value: Raw | undefined): Read => {
  const { upTo = '', days = '' } = typedIn(value);
  if (upTo.trim() === '' && days.trim() === '') return {};
  const amount = amountFrom(upTo);
  if (amount === undefined) return { error: 'errors.money' };
  return /^[1-9]\d?$/.test(days.trim()) ? { value: { upTo: amount, settleWithinWorkingDays: Number(days) } } : { error: 'errors.number' };
};
