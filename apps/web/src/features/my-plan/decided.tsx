import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, Card, useFormat } from '@perspectief/ui';
import { useTerm } from '../../terms/use-term';
import type { Plan } from './use-my-plan';
import css from './my-plan.module.css';

type Clock = Plan['clocks'][number];

const WAITING = ['running', 'suspended', 'breached'];

/** Terms of one rule that end on one day, such as the answers of creditors: once, with how many they are. */
export const onceEach = (clocks: readonly Clock[]): readonly { readonly clock: Clock; readonly times: number }[] => {
  const known = new Map<string, { clock: Clock; times: number }>();
  for (const clock of clocks) {
    const key = [clock.rule, clock.application, clock.due, clock.state].join(' ');
    known.set(key, { clock, times: (known.get(key)?.times ?? 0) + 1 });
  }
  return [...known.values()];
};

/** What others must decide or do for us, and when they must have done so. */
export const Decided = ({ plan }: { readonly plan: Plan }) => {
  const { t } = useTranslation('my-plan');
  const { day, says } = useFormat();
  const term = useTerm();
  const clocks = onceEach(plan.clocks.filter(({ state }) => WAITING.includes(state)));
  return (
    <Card title={t('decided.title')} intro={clocks.length === 0 ? t('decided.none') : t('decided.intro')}>
      {clocks.length > 0 && (
        <ul className={css.list}>
          {clocks.map(({ clock: { rule, application, due, state, explanation, article }, times }) => (
            <li key={`${rule}${application}${due}`}>
              <div className="spread">
                <strong>{term('rule', rule)}{times > 1 && <span className="soft"> {t('decided.times', { count: times })}</span>}</strong>
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
