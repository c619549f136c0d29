import { useTranslation } from 'react-i18next';
import { Badge, Card, DataTable, useFormat } from '@perspectief/ui';
import { useTerm } from '../../terms/use-term';
import type { PotYear } from './use-pots';
import { Room } from './room';
import css from './pots.module.css';

/** A pot in one year: what came in, what is promised, paid and free, and the same for each law. */
export const YearCard = ({ year }: { readonly year: PotYear }) => {
  const { t } = useTranslation('pots');
  const { money } = useFormat();
  const term = useTerm();
  const figures = (['contributed', 'paid', 'reserved', 'available'] as const).map((key) => [key, year[key]] as const);
  return (
    <Card title={t('year.title', { year: year.year })} actions={<Badge tone={year.phase === 'closed' ? 'plain' : 'busy'}>{t(`year.${year.phase}`)}</Badge>}>
      <dl className={css.figures}>
        {figures.map(([key, amount]) => amount !== null && <div key={key}><dt>{t(`year.${key}`)}</dt><dd>{money(amount)}</dd></div>)}
      </dl>
      <Room year={year} />
      {year.domains.length > 0 && (
        <DataTable
          caption={t('year.table', { year: year.year })}
          rows={year.domains}
          rowKey={({ domain }) => domain}
          columns={[
            { key: 'law', label: t('year.law'), of: ({ domain }) => term('law', domain) },
            { key: 'contributed', label: t('year.contributed'), number: true, of: ({ contributed }) => money(contributed) },
            { key: 'attributed', label: t('year.attributed'), number: true, of: ({ attributed }) => money(attributed) },
            { key: 'balance', label: t('year.balance'), number: true, of: ({ balance }) => money(balance) },
          ]}
        />
      )}
    </Card>
  );
};
