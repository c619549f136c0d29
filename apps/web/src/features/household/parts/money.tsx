import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HouseholdPurchasesDocument, type HouseholdPurchasesQuery } from '@perspectief/graphql-contract/household';
import { Badge, Card, ClosedPart, Empty, Loading, Problem, todayHere, useFormat, type Tone } from '@perspectief/ui';
import type { FormName } from '../../../commands/catalogue';
import { DeedButton, DeedMenu } from '../../../commands/deeds';
import { useOffer, type Deed } from '../../../commands/forms-provider';
import { usePage } from '../../../data/use-page';
import { useTerm } from '../../../terms/use-term';
import { potNameIn, useHouseholdPage } from '../page-context';
import { PurchaseDetails } from './purchase-details';
import css from './part.module.css';

export type Purchase = Extract<HouseholdPurchasesQuery['householdPurchases'], { readonly __typename: 'HouseholdPurchases' }>['purchases'][number];

const TONES: Readonly<Record<string, Tone>> = { awaiting: 'wait', returned: 'wait', approved: 'done', rejected: 'plain' };

/** What can be done now with what was asked, the next step first. */
const stepsOf = ({ state, deliveredOn, receivedBy }: Purchase): readonly FormName[] => {
  if (state === 'returned') return ['answerReturn', 'withdrawSpending'];
  if (state === 'awaiting') return ['withdrawSpending'];
  if (state !== 'approved') return [];
  return [...(deliveredOn ? [] : (['confirmDelivery'] as const)), ...(receivedBy.includes('coach') ? [] : (['confirmReceipt'] as const))];
};

const PurchaseRow = ({ purchase, onOpen }: { readonly purchase: Purchase; readonly onOpen: () => void }) => {
  const { t } = useTranslation('household');
  const { money, day } = useFormat();
  const term = useTerm();
  const offer = useOffer();
  const { readOnly } = useHouseholdPage();
  const { budgetId, requestId, amount, purpose, payee, state, requestedOn, deliveredOn, receivedBy } = purchase;
  const about = `${money(amount)} ${purpose}`;
  const step = (name: FormName): Deed | undefined => {
    const deed = offer(name, { budgetId, requestId, ...(name === 'confirmReceipt' && { by: 'coach' }) }, { about, ...(name === 'confirmDelivery' && { values: { on: todayHere() } }) });
    // An answer begins with reading the question.
    return deed && name === 'answerReturn' ? { ...deed, open: onOpen } : deed;
  };
  return (
    <li className={css.item}>
      <div>
        <button type="button" className="link" onClick={onOpen}><strong>{about}</strong></button>
        <div className={`${css.meta} dots`}><span>{payee}</span><span>{t('money.askedOn', { day: day(requestedOn) })}</span></div>
        {state === 'approved' && (
          <div className={`${css.meta} dots`}>
            <span>{deliveredOn ? t('money.delivered', { day: day(deliveredOn) }) : t('money.notDelivered')}</span>
            <span>{receivedBy.length > 0 ? t('money.received', { who: receivedBy.map((by) => term('receivedBy', by).toLowerCase()).join(', ') }) : t('money.notReceived')}</span>
          </div>
        )}
      </div>
      <span className="row">
        <Badge tone={TONES[state] ?? 'plain'}>{term('requestState', state)}</Badge>
        {!readOnly && <DeedMenu small look="quiet" label={t('debts.act')} describe={t('money.actOn', { what: purpose })} deeds={stepsOf(purchase).map(step)} />}
      </span>
    </li>
  );
};

/** What was asked for this household, how far it came, and what is left. */
export const Money = () => {
  const { t } = useTranslation('household');
  const { money } = useFormat();
  const { trajectory, spend, choices, offer, asOf, knownAt } = useHouseholdPage();
  const [shown, setShown] = useState<string>();
  const past = Boolean(asOf ?? knownAt);
  const page = usePage(HouseholdPurchasesDocument, 'householdPurchases', { trajectoryId: trajectory.id }, { topic: `trajectory:${trajectory.id}`, subject: trajectory.id, pause: past });
  const purchases = page.found?.purchases ?? [];
  const chosen = purchases.find(({ requestId }) => requestId === shown);
  const potName = (id: string): string => potNameIn(choices, id) ?? t('money.pot');
  const pots = spend?.pots ?? [];
  return (
    <>
      <Card title={t('money.title')} actions={<DeedButton icon={<Plus size={18} aria-hidden />} deed={offer('requestSpending')} />}>
        {past ? <p className="soft">{t('money.pastOnly')}</p>
          : !page.found ? (page.asking ? <Loading rows={2} /> : page.code ? <ClosedPart /> : <Problem onAgain={page.askAgain} />)
            : purchases.length === 0 ? <Empty title={t('money.none')} />
              : <ul className={css.list}>{purchases.map((purchase) => <PurchaseRow key={purchase.requestId} purchase={purchase} onOpen={() => setShown(purchase.requestId)} />)}</ul>}
      </Card>
      {pots.length > 0 && (
        <Card title={t('money.pots')}>
          <ul className={css.list}>
            {pots.map(({ budgetId, paid, reserved, left, ceiling }) => (
              <li key={budgetId} className={css.item}>
                <div><strong>{potName(budgetId)}</strong><div className={`${css.meta} dots`}><span>{t('money.paid', { amount: money(paid) })}</span><span>{t('money.reserved', { amount: money(reserved) })}</span></div></div>
                <span>{t('moneyLeft', { left: money(left), ceiling: money(ceiling) })}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {chosen && <PurchaseDetails purchase={chosen} onClose={() => setShown(undefined)} />}
    </>
  );
};
