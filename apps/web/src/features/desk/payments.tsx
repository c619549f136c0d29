import { useTranslation } from 'react-i18next';
import { Card, centsOf, todayHere, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { useTerm } from '../../terms/use-term';
import type { DecisionRecord } from './request';
import css from './desk.module.css';

/** What became of the money of an approved request. */
export const Payments = ({ record: { request, payments, reasons } }: { readonly record: DecisionRecord }) => {
  const { t } = useTranslation('desk');
  const { money, day } = useFormat();
  const term = useTerm();
  const offer = useOffer();
  const reserved = centsOf(request.reserved) > 0;
  // An emergency is paid first and approved afterwards.
  if (request.state !== 'approved' && payments.length === 0 && !reserved) return null;
  const given = { budgetId: request.budgetId, requestId: request.requestId };
  const paid = payments.filter(({ kind }) => kind === 'payment');
  const about = `${money(request.amount)} ${reasons.purpose}`;
  return (
    <Card title={t('payments.title')} actions={reserved && (
      <>
        <DeedButton deed={offer('recordPayment', given, { about, values: { deliveredOn: request.deliveredOn ?? todayHere() } })} />
        <DeedButton look="quiet" deed={paid.length > 0 && offer('settleSpending', given, { about })} />
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
        <p><DeedButton small look="quiet" deed={offer('recordRefund', given, { about, choices: { payments: paid.map(({ paymentId, on, amount }) => ({ value: paymentId, label: `${money(amount)}, ${day(on)}` })) } })} /></p>
      )}
    </Card>
  );
};
