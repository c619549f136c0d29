import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The word for a code of the API, such as `lifeArea` and `daily-life`; the code itself where there is none. */
export type Term = (group: string, code: string | null | undefined) => string;

export const useTerm = (): Term => {
  const { t } = useTranslation('terms');
  return useCallback((group, code) => (code ? t(`${group}.${code.replaceAll('.', '-')}`, { defaultValue: code }) : ''), [t]);
};
