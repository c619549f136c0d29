import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, Card, useFormat } from '@perspectief/ui';
import { useTerm } from '../../terms/use-term';
import type { Plan } from './use-my-plan';
import css from './my-plan.module.css';

const WAITING = ['running', 'suspended', 'breached'];

/** What others must decide or do for us, and when they must have done so. */
export const Decided = ({ plan }: { readonly plan: Plan }) => {
  const { t } = useTranslation('my-plan');
  const { day, says } = useFormat();
  const term = useTerm();
  const clocks = plan.clocks.filter(({ state }) => WAITING.includes(state));
  return (
    <Card title={t('decided.title')} intro={clocks.length === 0 ? t('decided.none') : t('decided.intro')}>
      {clocks.length > 0 && (
        <ul className={css.list}>
          {clocks.map(({ rule, application, due, state, explanation, article }) => (
            <li key={`${rule}${application}${due}`}>
              <div className="spread">
                <strong>{term('rule', rule)}</strong>
                {state === 'breached' ? <Badge tone="late">{t('decided.late', { day: day(due) })}</Badge>
                  : state === 'suspended' ? <Badge tone="wait">{t('decided.still')}</Badge>
                    : <Badge icon={<CalendarClock size={15} aria-hidden />}>{t('decided.by', { day: day(due) })}</Badge>}
              </div>
              <details><summary>{t('decided.why')}</summary><p>{says(explanation)}</p><p className="soft small">{article}</p></details>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
