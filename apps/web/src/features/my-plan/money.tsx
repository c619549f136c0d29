import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Alert, Card, centsOf, useFormat } from '@perspectief/ui';
import { repaymentAhead, type Plan, type Pots } from './use-my-plan';
import css from './my-plan.module.css';

/** Debts in three figures, what is paused, what is paid each month, what is left for the plan. */
export const Money = ({ plan, pots }: { readonly plan: Plan; readonly pots: Pots }) => {
  const { t } = useTranslation('my-plan');
  const { money, day } = useFormat();
  const sums = plan.debtSums;
  const owes = sums && [sums.open, sums.paid, sums.discharged].some((amount) => centsOf(amount) > 0);
  const pause = plan.freezes.find(({ state }) => state === 'running' || state === 'interim');
  const { next, left } = repaymentAhead(plan);
  if (!owes && !pause && pots.length === 0) return null;
  return (
    <Card title={t('money.title')}>
      {pause && (
        <Alert tone="wait" icon={<ShieldCheck />} title={pause.until ? t('money.paused', { day: day(pause.until) }) : t('money.pausedOpen')}><p>{t('money.pausedWhat')}</p></Alert>
      )}
      {owes && (
        <dl className={css.sums}>
          <div><dt>{t('money.open')}</dt><dd>{money(sums.open)}</dd></div>
          <div><dt>{t('money.paid')}</dt><dd>{money(sums.paid)}</dd></div>
          <div><dt>{t('money.gone')}</dt><dd>{money(sums.discharged)}</dd></div>
        </dl>
      )}
      {next && <p>{next.amount ? t('money.next', { amount: money(next.amount), day: day(next.dueOn), count: left }) : t('money.nextHours', { day: day(next.dueOn), count: left })}</p>}
      {pots.map(({ budgetId, left: room, ceiling }) => <p key={budgetId}>{t('money.pot', { left: money(room), ceiling: money(ceiling) })}</p>)}
    </Card>
  );
};
