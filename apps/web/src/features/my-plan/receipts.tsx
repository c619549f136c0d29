import { CircleCheck, PackageCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MyPurchasesDocument } from '@perspectief/graphql-contract/my-plan';
import { Card, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { usePage } from '../../data/use-page';
import { useTerm } from '../../terms/use-term';
import css from './my-plan.module.css';

/** What was asked and bought for us; the household itself says that it is there. */
export const Receipts = ({ trajectoryId }: { readonly trajectoryId: string }) => {
  const { t } = useTranslation('my-plan');
  const { money, day } = useFormat();
  const term = useTerm();
  const offer = useOffer();
  const page = usePage(MyPurchasesDocument, 'householdPurchases', { trajectoryId }, { topic: 'my-plan', subject: trajectoryId });
  const purchases = page.found?.purchases ?? [];
  if (purchases.length === 0) return null;
  return (
    <Card title={t('receipts.title')} intro={t('receipts.intro')}>
      <ul className={css.list}>
        {purchases.map(({ budgetId, requestId, amount, purpose, state, requestedOn, deliveredOn, receivedBy }) => {
          const confirmed = receivedBy.includes('household');
          return (
            <li key={requestId}>
              <div className="spread">
                <strong>{purpose}</strong>
                <span>{money(amount)}</span>
              </div>
              {state !== 'approved' ? <p className="soft">{t('receipts.waits', { state: term('requestState', state), day: day(requestedOn) })}</p>
                : confirmed ? <p className={css.confirmed}><CircleCheck size={18} aria-hidden /> {t('receipts.confirmed')}</p> : (
                  <div className="spread">
                    <span className="soft">{deliveredOn ? t('receipts.delivered', { day: day(deliveredOn) }) : t('receipts.approved')}</span>
                    <DeedButton small icon={<PackageCheck size={18} aria-hidden />} aria-label={t('receipts.confirmWhat', { what: purpose })}
                      deed={offer('confirmReceipt', { budgetId, requestId, by: 'household' }, { about: t('receipts.sure', { what: purpose }) })}>{t('receipts.confirm')}</DeedButton>
                  </div>
                )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
