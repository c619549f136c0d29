import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@perspectief/ui';
import { useTerm } from '../../terms/use-term';

/** What a row needs to be told in words; made once for a whole list. */
export const useRowWords = () => {
  const { t } = useTranslation('worklist');
  const { says, relative, shortWeekday } = useFormat();
  const term = useTerm();
  return useMemo(() => ({ t, says, relative, shortWeekday, term }), [t, says, relative, shortWeekday, term]);
};

export type RowWords = ReturnType<typeof useRowWords>;
