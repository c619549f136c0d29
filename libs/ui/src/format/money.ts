import { numberFormat } from './formatters';

/** Cents of an amount as the API writes it: "1234.50". */
export const centsOf = (amount: string): number => Math.round(Number(amount) * 100);

/** Euro the Dutch or the English way; cents are shown unless the amount is whole. */
export const formatMoney = (amount: string | number, language: string): string => {
  const value = typeof amount === 'number' ? amount / 100 : Number(amount);
  const digits = Number.isInteger(value) ? 0 : 2;
  return numberFormat(localeOf(language), {
    style: 'currency', currency: 'EUR', minimumFractionDigits: digits, maximumFractionDigits: digits,
  }).format(value);
};

export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : 'nl-NL');

/** The API's spelling of what somebody typed: "1.234,50", "1234,5" and "1234.50" are the same; undefined when it is no amount. */
export const amountFrom = (typed: string): string | undefined => {
  const bare = typed.replace(/[\s€]/g, '');
  if (/^\d+([.,]\d{1,2})?$/.test(bare)) return withCents(bare.replace(',', '.'));
  if (/^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(bare)) return withCents(bare.replaceAll('.', '').replace(',', '.'));
  return undefined;
};

const withCents = (text: string): string => {
  const [euros = '0', cents = ''] = text.split('.');
  return `${euros}.${cents.padEnd(2, '0')}`;
};
