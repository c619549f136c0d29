import { useTranslation } from 'react-i18next';
import { Badge, Card, DataTable, useFormat, type Tone } from '@perspectief/ui';
import type { FormName } from '../../../commands/catalogue';
import { DeedButton, DeedMenu, NextDeeds } from '../../../commands/deeds';
import { useTerm } from '../../../terms/use-term';
import { useHouseholdPage, type Trajectory } from '../page-context';
import { nextSteps } from './next-steps';
import css from './part.module.css';

type BuyOut = Trajectory['buyOuts'][number];
type Offer = BuyOut['offers'][number];
const TONES: Readonly<Record<string, Tone>> = { awaiting: 'planned', accepted: 'done', refused: 'late', lapsed: 'wait', forced: 'done' };

const OF_AN_OFFER: readonly FormName[] = ['recordOfferResponse', 'payCreditor'];

const OfferMenu = ({ buyOut, offer, creditor }: { readonly buyOut: BuyOut; readonly offer: Offer; readonly creditor: string }) => {
  const { t } = useTranslation('household');
  const page = useHouseholdPage();
  const ids = { buyOutId: buyOut.buyOutId, debtId: offer.debtId };
  const items: readonly FormName[] = offer.payment.phase === 'paid' ? [] : OF_AN_OFFER.filter((name) => name !== 'recordOfferResponse' || buyOut.sending.phase === 'sent');
  if (items.length === 0 || buyOut.outcome.phase !== 'running') return null;
  return <DeedMenu small look="quiet" label={t('debts.act')} describe={t('debts.actOn', { who: creditor })} deeds={items.map((name) => page.offer(name, ids, { about: creditor }))} />;
};

const Repayment = ({ buyOut }: { readonly buyOut: BuyOut }) => {
  const { t } = useTranslation('household');
  const { money, day } = useFormat();
  const term = useTerm();
  const { offer, trajectory } = useHouseholdPage();
  const { repayment } = buyOut;
  if (repayment.phase === 'none') return null;
  const received = repayment.instalments.filter(({ phase }) => phase === 'received').length;
  return (
    <details>
      <summary>{t('buyOut.repayment', { received, all: repayment.instalments.length, form: term('form', repayment.form) })}</summary>
      <ul className={css.list}>
        {repayment.instalments.map(({ number, phase, dueOn, amount, minutes }) => (
          <li key={number} className={css.item}>
            <span>{t('buyOut.instalment', { number, day: day(dueOn), what: amount ? money(amount) : t('buyOut.hours', { count: (minutes ?? 0) / 60 }) })}</span>
            <span className="row">
              <Badge tone={phase === 'received' ? 'done' : phase === 'missed' ? 'late' : 'planned'}>{term('instalment', phase)}</Badge>
              {phase !== 'received' && dueOn <= trajectory.day && <DeedMenu small look="quiet" label={t('debts.act')} describe={t('buyOut.actOn', { number })} deeds={(['recordRepayment', 'missRepayment'] as const).map((name) => offer(name, { buyOutId: buyOut.buyOutId, number }))} />}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
};

const BuyOutCard = ({ buyOut }: { readonly buyOut: BuyOut }) => {
  const { t } = useTranslation('household');
  const { money, day } = useFormat();
  const term = useTerm();
  const page = useHouseholdPage();
  const { trajectory } = page;
  const creditorOf = (debtId: string): string => trajectory.debts.find((debt) => debt.debtId === debtId)?.creditor ?? t('freezes.aCreditor');
  const ids = { buyOutId: buyOut.buyOutId };
  const agreed = buyOut.offers.filter(({ answer }) => ['accepted', 'forced'].includes(answer.phase)).length;
  return (
    <Card
      title={term('method', buyOut.method)}
      intro={t('buyOut.intro', { agreed, count: buyOut.offers.length, day: day(buyOut.draftedOn), months: buyOut.months })}
      actions={<NextDeeds look="main" deeds={nextSteps(buyOut).map((name) => page.offer(name, ids))} more={t('debts.more')} />}
    >
      <div className="stack">
        <dl className={css.facts}>
          <div><dt>{t('buyOut.divisible')}</dt><dd>{money(buyOut.divisible)}</dd></div>
          <div><dt>{t('buyOut.percent')}</dt><dd>{buyOut.percentages.concurrent.replace('.', ',')}% / {buyOut.percentages.preferential.replace('.', ',')}%</dd></div>
          <div><dt>{t('buyOut.funding')}</dt><dd>{term('funding', buyOut.funding.phase)}</dd></div>
          <div><dt>{t('buyOut.outcome')}</dt><dd>{term('outcome', buyOut.outcome.phase)}</dd></div>
          {buyOut.court.phase !== 'none' && <div><dt>{t('buyOut.court')}</dt><dd>{term('court', buyOut.court.phase)}</dd></div>}
          {buyOut.sending.respondBy && <div><dt>{t('buyOut.respondBy')}</dt><dd>{day(buyOut.sending.respondBy)}</dd></div>}
        </dl>
        <DataTable
          caption={t('buyOut.offers')}
          rows={buyOut.offers}
          rowKey={({ debtId }) => debtId}
          columns={[
            { key: 'creditor', label: t('debts.creditor'), of: ({ debtId }) => creditorOf(debtId) },
            { key: 'claim', label: t('debts.claim'), number: true, of: ({ claim }) => money(claim) },
            { key: 'offer', label: t('buyOut.offer'), number: true, of: ({ offer }) => money(offer) },
            { key: 'answer', label: t('buyOut.answer'), of: ({ answer }) => <Badge tone={TONES[answer.phase] ?? 'plain'}>{[term('answer', answer.phase), answer.on && day(answer.on)].filter(Boolean).join(' · ')}</Badge> },
            { key: 'paid', label: t('buyOut.paid'), of: ({ payment }) => (payment.phase === 'paid' && payment.on ? t('buyOut.paidOn', { day: day(payment.on), rest: payment.discharged ? money(payment.discharged) : '' }) : '') },
            ...(!OF_AN_OFFER.some((name) => page.offer(name)) ? [] : [{ key: 'act', label: t('debts.act'), of: (offer: Offer) => <OfferMenu buyOut={buyOut} offer={offer} creditor={creditorOf(offer.debtId)} /> }]),
          ]}
        />
        <Repayment buyOut={buyOut} />
      </div>
    </Card>
  );
};

/** Buying out, newest first, each creditor's answer beside the offer. */
export const BuyOuts = () => {
  const { t } = useTranslation('household');
  const { trajectory: { buyOuts, debts }, offer } = useHouseholdPage();
  const running = buyOuts.some(({ outcome }) => outcome.phase === 'running');
  const draft = !running && debts.length > 0 && offer('draftBuyOut');
  return (
    <>
      {buyOuts.toReversed().map((buyOut) => <BuyOutCard key={buyOut.buyOutId} buyOut={buyOut} />)}
      {draft && <Card title={t('buyOut.title')} intro={t('buyOut.start')} actions={<DeedButton deed={draft} />} />}
    </>
  );
};
