import { useTranslation } from 'react-i18next';
import { Button, Card, centsOf, todayHere, useFormat } from '@perspectief/ui';
import { useForms } from '../../commands/forms-provider';
import { useTerm } from '../../terms/use-term';
import type { DecisionRecord } from './request';
import css from './desk.module.css';

/** What became of the money of an approved request. */
export const Payments = ({ record: { request, payments, reasons } }: { readonly record: DecisionRecord }) => {
  const { t } = useTranslation('desk');
  const { t: command } = useTranslation('commands');
  const { money, day } = useFormat();
  const term = useTerm();
  const open = useForms();
  const reserved = centsOf(request.reserved) > 0;
  // An emergency is paid first and approved afterwards.
  if (request.state !== 'approved' && payments.length === 0 && !reserved) return null;
  const given = { budgetId: request.budgetId, requestId: request.requestId };
  const paid = payments.filter(({ kind }) => kind === 'payment');
  const about = `${money(request.amount)} ${reasons.purpose}`;
  return (
    <Card title={t('payments.title')} actions={reserved && (
      <>
        <Button onClick={() => open('recordPayment', given, { about, values: { deliveredOn: request.deliveredOn ?? todayHere() } })}>{command('recordPayment.title')}</Button>
        {paid.length > 0 && <Button look="quiet" onClick={() => open('settleSpending', given, { about })}>{command('settleSpending.title')}</Button>}
      </>
    )}>
      <p>{t('payments.sums', { paid: money(request.paid), reserved: money(request.reserved) })}</p>
      {payments.length > 0 && (
        <ul className={css.said}>
          {payments.map(({ kind, on, amount }, index) => <li key={index} className="spread"><span>{t(`payments.${kind}`, { day: day(on) })}</span><strong>{money(amount)}</strong></li>)}
        </ul>
      )}
      <p className="soft small">
        {request.deliveredOn ? t('payments.delivered', { day: day(request.deliveredOn) }) : t('payments.notDelivered')}{' '}
        {request.receivedBy.length > 0 ? t('payments.received', { who: request.receivedBy.map((by) => term('receivedBy', by).toLowerCase()).join(', ') }) : t('payments.notReceived')}
      </p>
      {paid.length > 0 && (
        <p><Button small look="quiet" onClick={() => open('recordRefund', given, { about, choices: { payments: paid.map(({ paymentId, on, amount }) => ({ value: paymentId, label: `${money(amount)}, ${day(on)}` })) } })}>{command('recordRefund.title')}</Button></p>
      )}
    </Card>
  );
};
