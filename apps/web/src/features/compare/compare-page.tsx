import { ArrowLeft, ArrowRightLeft, ChevronLeft, ChevronRight, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { addDays, Badge, Button, Card, DataTable, DayField, dayFrom, Empty, IconButton, Loading, Problem, todayHere, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { changesIn } from '../../commands/changed-since';
import { linesOf, useShown } from '../household/lines';
import { useHousehold } from '../household/use-household';
import css from './compare.module.css';

const GROUPS = ['trajectory', 'people', 'plan', 'stories', 'debts', 'money', 'scores', 'terms', 'aftercare'] as const;
const DAYS_BACK = 90;

interface Side {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** One of the two days: typed, picked, or a day at a time. */
const DaySide = ({ label, value, onChange }: Side) => {
  const { t } = useTranslation('compare');
  const step = (days: number): void => {
    const to = addDays(value, days);
    if (to <= todayHere()) onChange(to);
  };
  return (
    <div className={css.side}>
      <IconButton label={t('before', { label })} onClick={() => step(-1)}><ChevronLeft aria-hidden /></IconButton>
      <DayField label={label} max={todayHere()} bare value={value} onChange={(typed) => { const day = dayFrom(typed); if (day && day <= todayHere()) onChange(day); }} />
      <IconButton label={t('after', { label })} onClick={() => step(1)} aria-disabled={value >= todayHere()}><ChevronRight aria-hidden /></IconButton>
    </div>
  );
};

/** Two days of one household side by side: only what differs. */
export const ComparePage = () => {
  const { t } = useTranslation('compare');
  const { day } = useFormat();
  const shown = useShown();
  const { trajectoryId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const until = params.get('tot') || todayHere();
  const from = params.get('van') || addDays(until, -DAYS_BACK);
  const before = useHousehold(trajectoryId, { asOf: from, knownAt: undefined });
  const after = useHousehold(trajectoryId, { asOf: until, knownAt: undefined });
  useTitle(t('title'));
  const choose = (days: Readonly<Record<string, string>>) => setParams((now) => { const next = new URLSearchParams(now); for (const [name, value] of Object.entries(days)) next.set(name, value); return next; }, { replace: true });
  // Before the trajectory began there was nothing: all of it came since.
  const lines = ({ page, trajectory, household }: typeof before) => (trajectory ? linesOf(trajectory, household, shown) : page.code && !page.asking ? [] : undefined);
  const [old, now] = [lines(before), lines(after)];
  const rows = old && now && (before.trajectory || after.trajectory) ? changesIn(old, now) : undefined;
  const missing = before.page.sentence ?? after.page.sentence;
  return (
    <div className="stack">
      <Link to={`/huishouden/${trajectoryId}`} className={css.back}><ArrowLeft size={18} aria-hidden /> {t('back')}</Link>
      <div>
        <h1>{after.household?.name ?? before.household?.name ?? t('title')}</h1>
        <p className="row"><Badge tone="wait" icon={<History size={15} aria-hidden />}>{t('readOnly')}</Badge> <span className="soft">{t('intro', { from: day(from), until: day(until) })}</span></p>
      </div>
      <div className={css.sides} data-screen-only>
        <DaySide label={t('from')} value={from} onChange={(van) => choose({ van })} />
        <Button look="quiet" icon={<ArrowRightLeft size={18} aria-hidden />} onClick={() => choose({ van: until, tot: from })}>{t('swap')}</Button>
        <DaySide label={t('until')} value={until} onChange={(tot) => choose({ tot })} />
      </div>
      {!rows ? (missing && !before.page.asking && !after.page.asking ? <Problem sentence={missing} /> : <Loading />) : rows.length === 0 ? <Empty title={t('same')} /> : (
        GROUPS.filter((group) => rows.some((row) => row.group === group)).map((group) => (
          <Card key={group} title={t(`groups.${group}`)}>
            <DataTable caption={t(`groups.${group}`)} rows={rows.filter((row) => row.group === group)} rowKey={({ key }) => key}
              columns={[
                { key: 'what', label: t('what'), of: ({ label }) => label },
                { key: 'before', label: day(from), of: (row) => row.before ?? t('notThere') },
                { key: 'after', label: day(until), of: (row) => <strong>{row.after ?? t('notThere')}</strong> },
              ]} />
          </Card>
        ))
      )}
    </div>
  );
};
