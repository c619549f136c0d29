import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, Card, ClosedPart, DataTable, Empty, useFormat } from '@perspectief/ui';
import type { FormName } from '../../../commands/catalogue';
import { DeedButton, DeedMenu } from '../../../commands/deeds';
import { useTerm } from '../../../terms/use-term';
import { isClosed } from '../opened';
import { useHouseholdPage, type Trajectory } from '../page-context';
import { BuyOuts } from './buy-outs';
import { Freezes } from './freezes';
import css from './part.module.css';

type Debt = Trajectory['debts'][number];

const OF_A_DEBT: readonly FormName[] = ['recordBalance', 'correctDebt', 'removeDebt', 'forgiveMunicipalDebt'];

const DebtMenu = ({ debt }: { readonly debt: Debt }) => {
  const { t } = useTranslation('household');
  const { offer } = useHouseholdPage();
  const ids = { debtId: debt.debtId };
  return (
    <DeedMenu small look="quiet" label={t('debts.act')} describe={t('debts.actOn', { who: debt.creditor })}
      deeds={OF_A_DEBT.map((name) => offer(name, name === 'forgiveMunicipalDebt' ? { ...ids, buyOutId: null } : ids, { about: debt.creditor }))} />
  );
};

const Sums = () => {
  const { t } = useTranslation('household');
  const { money, day } = useFormat();
  const { trajectory: { debtSums, protectedAmount } } = useHouseholdPage();
  return (
    <dl className={css.facts}>
      <div><dt>{t('debts.open')}</dt><dd>{money(debtSums.open)}</dd></div>
      <div><dt>{t('debts.paid')}</dt><dd>{money(debtSums.paid)}</dd></div>
      <div><dt>{t('debts.discharged')}</dt><dd>{money(debtSums.discharged)}</dd></div>
      {Number(debtSums.excluded) > 0 && <div><dt>{t('debts.excluded')}</dt><dd>{money(debtSums.excluded)}</dd></div>}
      {protectedAmount.phase === 'recorded' && protectedAmount.capacity && protectedAmount.on && (
        <div><dt>{t('debts.capacity', { day: day(protectedAmount.on) })}</dt><dd>{money(protectedAmount.capacity)}</dd></div>
      )}
    </dl>
  );
};

/** All debts on one list, what stops them for now, and buying them out with each creditor's answer. */
export const Debts = () => {
  const { t } = useTranslation('household');
  const { money, day } = useFormat();
  const term = useTerm();
  const { trajectory, offer } = useHouseholdPage();
  const { debts, inventory, arrangement } = trajectory;
  const more: readonly FormName[] = ['requestBalances', ...(arrangement.phase === 'none' ? (['startArrangement'] as const) : []), 'recordProtectedAmount', ...(inventory.phase === 'open' ? (['confirmDebtInventory'] as const) : [])];
  if (isClosed(trajectory, 'debts')) return <><Freezes /><ClosedPart /></>;
  return (
    <>
      <Freezes />
      <Card
        title={t('debts.title')}
        intro={inventory.phase === 'confirmed' && inventory.confirmedOn ? t('debts.complete', { day: day(inventory.confirmedOn) }) : t('debts.incomplete')}
        actions={
          <>
            <DeedButton icon={<Plus size={18} aria-hidden />} deed={offer('registerDebt')} />
            <DeedMenu look="quiet" label={t('debts.more')} deeds={more.map((name) => offer(name))} />
          </>
        }
      >
        {debts.length === 0 ? <Empty title={t('debts.none')} /> : (
          <div className="stack">
            <Sums />
            <DataTable
              caption={t('debts.title')}
              rows={debts}
              rowKey={({ debtId }) => debtId}
              columns={[
                { key: 'creditor', label: t('debts.creditor'), of: ({ creditor, kind }) => <>{creditor}<div className={css.meta}>{term('debtKind', kind)}</div></> },
                { key: 'claim', label: t('debts.claim'), number: true, of: ({ claim }) => money(claim) },
                { key: 'rank', label: t('debts.rank'), of: ({ rank, treatment }) => (treatment === 'excluded' ? term('treatment', treatment) : term('rank', rank)) },
                { key: 'balance', label: t('debts.balance'), of: ({ balance }) => [term('balance', balance.phase), balance.answeredOn && day(balance.answeredOn)].filter(Boolean).join(' ') },
                { key: 'state', label: t('debts.state'), of: ({ settlement }) => <Badge tone={settlement.phase === 'open' ? 'plain' : 'done'}>{term('settlement', settlement.phase)}</Badge> },
                ...(!OF_A_DEBT.some((name) => offer(name)) ? [] : [{ key: 'act', label: t('debts.act'), of: (debt: Debt) => debt.settlement.phase === 'open' && <DebtMenu debt={debt} /> }]),
              ]}
            />
          </div>
        )}
      </Card>
      <BuyOuts />
    </>
  );
};
