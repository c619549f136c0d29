import { useTranslation } from 'react-i18next';
import type { ShownStudy } from './shown';

type Condition = ShownStudy['card']['eligibility'][number];

/** Codes of a card in words; the code itself where there is none. */
export const useCardWords = () => {
  const { t } = useTranslation('studies');
  const named = (group: string, code: string): string => t(`${group}.${code}`, { defaultValue: code });
  const eventOf = (event: string): string => named('events', event);
  const conditionOf = ({ kind, event, attribute, values, from, not }: Condition): string => {
    if (kind === 'attribute') return t(not ? 'card.isNot' : 'card.is', { attribute: named('attributes', attribute ?? ''), values: (values ?? []).join(', ') });
    const what = eventOf(event ?? '');
    if (from !== null) return t(not ? 'card.notWithin' : 'card.within', { event: what, count: Math.abs(Number(from)) });
    return t(not ? 'card.notHappened' : 'card.happened', { event: what });
  };
  return { named, eventOf, conditionOf };
};
