import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass, Card, centsOf, DataTable, Loading, useFormat } from '@perspectief/ui';
import { useTerm } from '../../terms/use-term';
import { useStatement } from './use-pots';

const FILES = ['year-statement', 'ledger'] as const;

/** The account of a year: what each law put in, was charged, and owes the others or is owed. */
export const Statement = ({ budgetId, year }: { readonly budgetId: string; readonly year: number }) => {
  const { t } = useTranslation('pots');
  const { money, language } = useFormat();
  const term = useTerm();
  const page = useStatement(budgetId, year);
  const statement = page.found;
  if (!statement) return page.asking ? <Loading rows={3} /> : null;
  const owes = (amount: string): string => {
    const cents = centsOf(amount);
    if (cents === 0) return t('statement.even');
    return t(cents > 0 ? 'statement.owes' : 'statement.owed', { amount: money(Math.abs(cents)) });
  };
  const format = language === 'nl' ? 'nl' : 'plain';
  return (
    <Card title={t('statement.title', { year })} intro={t(statement.phase === 'closed' ? 'statement.closed' : 'statement.open')} actions={
      FILES.map((file) => (
        <a key={file} className={buttonClass({ small: true })} href={`/budgets/${budgetId}/${file}.csv?year=${year}&format=${format}`} download={`${file}-${year}.csv`}>
          <Download size={18} aria-hidden /> {t(`statement.${file}`)}
        </a>
      ))
    }>
      <DataTable
        caption={t('statement.title', { year })}
        rows={statement.domains}
        rowKey={({ domain }) => domain}
        columns={[
          { key: 'law', label: t('year.law'), of: ({ domain }) => term('law', domain) },
          { key: 'contributed', label: t('year.contributed'), number: true, of: ({ contributed }) => money(contributed) },
          { key: 'attributed', label: t('year.attributed'), number: true, of: ({ attributed }) => money(attributed) },
          { key: 'over', label: t('statement.over'), number: true, of: ({ over }) => money(over) },
          { key: 'back', label: t('statement.back'), number: true, of: ({ back }) => money(back) },
          { key: 'owes', label: t('statement.settles'), number: true, of: ({ owes: amount }) => <strong>{owes(amount)}</strong> },
        ]}
      />
    </Card>
  );
};
