import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween, formatDay, formatMoment, formatTime, timeIn, todayHere } from './dates';
import { numberFormat } from './formatters';
import { formatMoney, localeOf } from './money';

const YEAR = 365;

export type Says = Readonly<Record<'nl' | 'en', string>>;

/** How amounts, days and sentences are shown in the chosen language. */
export const useFormat = () => {
  const { t, i18n } = useTranslation('ui');
  const language = i18n.language;
  return useMemo(() => {
    const relative = (day: string, today = todayHere()): string => {
      const days = daysBetween(today, day);
      if (days <= -YEAR) return t('yearsLate', { count: Math.floor(-days / YEAR) });
      if (days < 0) return t('daysLate', { count: -days });
      if (days === 0) return t('today');
      if (days === 1) return t('tomorrow');
      return t('daysLeft', { count: days });
    };
    return {
      language,
      money: (amount: string | number) => formatMoney(amount, language),
      day: (day: string) => formatDay(day, language),
      shortDay: (day: string) => formatDay(day, language, 'short'),
      weekday: (day: string) => formatDay(day, language, 'long', true),
      shortWeekday: (day: string) => formatDay(day, language, 'short', true),
      /** The day of civil time, with its hour where it has one. */
      civil: (civil: string) => [formatDay(civil, language), timeIn(civil)].filter(Boolean).join(', '),
      moment: (moment: string) => formatMoment(moment, language),
      time: (at: Date) => formatTime(at, language),
      /** "4 dagen te laat", "vandaag", "nog 3 dagen". */
      relative,
      number: (value: number) => numberFormat(localeOf(language), {}).format(value),
      says: (sentence: Says) => (language === 'en' ? sentence.en : sentence.nl),
    };
  }, [language, t]);
};

export type Format = ReturnType<typeof useFormat>;
