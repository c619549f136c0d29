import { useTranslation } from 'react-i18next';
import { Badge, Button, Card, DataTable, Menu, useFormat, type Tone } from '@perspectief/ui';
import type { FormName } from '../../../commands/catalogue';
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
  const { t: command } = useTranslation('commands');
  const { act, may } = useHouseholdPage();
  const ids = { buyOutId: buyOut.buyOutId, debtId: offer.debtId };
  const items: readonly FormName[] = offer.payment.phase === 'paid' ? [] : OF_AN_OFFER.filter((name) => name !== 'recordOfferResponse' || buyOut.sending.phase === 'sent');
  if (items.length === 0 || buyOut.outcome.phase !== 'running') return null;
  return <Menu small look="quiet" label={t('debts.act')} describe={t('debts.actOn', { who: creditor })} groups={[{ items: items.filter(may).map((name) => ({ key: name, label: command(`${name}.title`), onChoose: () => act(name, ids, { about: creditor }) })) }]} />;
};

const Repayment = ({ buyOut }: { readonly buyOut: BuyOut }) => {
  const { t } = useTranslation('household');
  const { t: command } = useTranslation('commands');
  const { money, day } = useFormat();
  const term = useTerm();
  const { act, may, readOnly, trajectory } = useHouseholdPage();
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
              {phase !== 'received' && !readOnly && dueOn <= trajectory.day && <Menu small look="quiet" label={t('debts.act')} describe={t('buyOut.actOn', { number })} groups={[{ items: (['recordRepayment', 'missRepayment'] as const).filter(may).map((name) => ({ key: name, label: command(`${name}.title`), onChoose: () => act(name, { buyOutId: buyOut.buyOutId, number }) })) }]} />}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
};

const BuyOutCard = ({ buyOut }: { readonly buyOut: BuyOut }) => {
  const { t } = useTranslation('household');
  const { t: command } = useTranslation('commands');
  const { money, day } = useFormat();
  const term = useTerm();
  const { trajectory, act, may, readOnly } = useHouseholdPage();
  const creditorOf = (debtId: string): string => trajectory.debts.find((debt) => debt.debtId === debtId)?.creditor ?? t('freezes.aCreditor');
  const [next, ...rest] = nextSteps(buyOut).filter(may);
  const ids = { buyOutId: buyOut.buyOutId };
  const agreed = buyOut.offers.filter(({ answer }) => ['accepted', 'forced'].includes(answer.phase)).length;
  return (
    <Card
      title={term('method', buyOut.method)}
      intro={t('buyOut.intro', { agreed, count: buyOut.offers.length, day: day(buyOut.draftedOn), months: buyOut.months })}
      actions={!readOnly && next && (
        <>
          <Button look="main" onClick={() => act(next, ids)}>{command(`${next}.title`)}</Button>
          {rest.length > 0 && <Menu look="quiet" label={t('debts.more')} groups={[{ items: rest.map((name) => ({ key: name, label: command(`${name}.title`), onChoose: () => act(name, ids) })) }]} />}
        </>
      )}
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
            ...(readOnly || !OF_AN_OFFER.some(may) ? [] : [{ key: 'act', label: t('debts.act'), of: (offer: Offer) => <OfferMenu buyOut={buyOut} offer={offer} creditor={creditorOf(offer.debtId)} /> }]),
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
  const { t: command } = useTranslation('commands');
  const { trajectory: { buyOuts, debts }, act, may, readOnly } = useHouseholdPage();
  const running = buyOuts.some(({ outcome }) => outcome.phase === 'running');
  return (
    <>
      {buyOuts.toReversed().map((buyOut) => <BuyOutCard key={buyOut.buyOutId} buyOut={buyOut} />)}
      {!running && debts.length > 0 && !readOnly && may('draftBuyOut') && (
        <Card title={t('buyOut.title')} intro={t('buyOut.start')} actions={<Button onClick={() => act('draftBuyOut')}>{command('draftBuyOut.title')}</Button>} />
      )}
    </>
  );
};
