import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { addDays, Card, DataTable, DayField, dayFrom, Empty, Loading, Problem, todayHere, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { useTerm } from '../../terms/use-term';
import { useHousehold } from '../household/use-household';
import { differences } from './differences';

const GROUPS = ['trajectory', 'plan', 'money', 'scores', 'terms'] as const;

/** Two days of one household side by side: only what differs. */
export const ComparePage = () => {
  const { t } = useTranslation('compare');
  const { day, money } = useFormat();
  const term = useTerm();
  const { trajectoryId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const until = params.get('tot') || todayHere();
  const from = params.get('van') || addDays(until, -90);
  const before = useHousehold(trajectoryId, { asOf: from, knownAt: undefined });
  const after = useHousehold(trajectoryId, { asOf: until, knownAt: undefined });
  useTitle(t('title'));
  const choose = (name: string) => (value: string) => dayFrom(value) && setParams((now) => { const next = new URLSearchParams(now); next.set(name, value); return next; }, { replace: true });
  const rows = before.trajectory && after.trajectory ? differences(before.trajectory, after.trajectory, { term, money, day, label: (key) => t(`labels.${key}`) }) : undefined;
  const missing = before.page.sentence ?? after.page.sentence;
  return (
    <div className="stack">
      <Link to={`/huishouden/${trajectoryId}`}><ArrowLeft size={18} aria-hidden /> {t('back')}</Link>
      <div>
        <h1>{after.household?.name ?? t('title')}</h1>
        <p className="soft">{t('intro', { from: day(from), until: day(until) })}</p>
      </div>
      <div className="row">
        <DayField label={t('from')} max={todayHere()} value={from} onChange={choose('van')} />
        <DayField label={t('until')} max={todayHere()} value={until} onChange={choose('tot')} />
      </div>
      {!rows ? (missing && !before.page.asking && !after.page.asking ? <Problem sentence={missing} /> : <Loading />) : rows.length === 0 ? <Empty title={t('same')} /> : (
        GROUPS.filter((group) => rows.some((row) => row.group === group)).map((group) => (
          <Card key={group} title={t(`groups.${group}`)}>
            <DataTable caption={t(`groups.${group}`)} rows={rows.filter((row) => row.group === group)} rowKey={({ key }) => key}
              columns={[
                { key: 'what', label: t('what'), of: ({ label }) => label },
                { key: 'before', label: day(from), of: (row) => row.before },
                { key: 'after', label: day(until), of: (row) => <strong>{row.after}</strong> },
              ]} />
          </Card>
        ))
      )}
    </div>
  );
};
