import { useRef, type KeyboardEvent } from 'react';
import { CircleAlert, Hourglass, Siren, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge, daysBetween, todayHere, useFormat } from '@perspectief/ui';
import { usePeople, type NameOf } from '../../data/people';
import { useTerm } from '../../terms/use-term';
import { pseudonymOf, type QueueItem } from './queue';
import css from './desk.module.css';

const Waiting = ({ item }: { readonly item: QueueItem }) => {
  const { t } = useTranslation('desk');
  const { shortDay } = useFormat();
  const term = useTerm();
  const days = daysBetween(item.requestedOn, todayHere());
  if (item.decidedOn) return <span className={css.days}>{term('requestState', item.state)}, {shortDay(item.decidedOn)}</span>;
  if (item.daysLeft !== null && item.daysLeft < 0) {
    return <Badge tone="late" icon={<CircleAlert size={15} aria-hidden />}>{t('row.late', { count: -item.daysLeft })}</Badge>;
  }
  if (item.daysLeft !== null) return <Badge tone="wait" icon={<Siren size={15} aria-hidden />}>{t('row.emergency', { count: item.daysLeft })}</Badge>;
  if (item.state === 'returned') return <Badge tone="planned">{t('row.returned')}</Badge>;
  if (item.approvals.length > 0) return <Badge icon={<Users size={15} aria-hidden />}>{t('row.second')}</Badge>;
  return <span className={css.days}><Hourglass size={15} aria-hidden /> {days === 0 ? t('row.today') : t('row.waits', { count: days })}</span>;
};

const Row = ({ item, to, chosen, nameOf }: { readonly item: QueueItem; readonly to: string; readonly chosen: boolean; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('desk');
  const { money } = useFormat();
  const term = useTerm();
  const late = item.daysLeft !== null && item.daysLeft < 0;
  return (
    <li>
      <Link to={to} data-row aria-current={chosen || undefined} className={`${css.row} ${late ? css.late : ''} ${chosen ? css.chosen : ''}`}>
        <span className={css.top}>
          <span className={css.amount}>{money(item.amount)}</span>
          <Waiting item={item} />
        </span>
        <span className={css.area}>{term('lifeArea', item.lifeArea)}</span>
        <span className={`${css.meta} dots`}>
          <span>{t('household', { code: pseudonymOf(item.trajectoryId) })}</span>
          <span>{nameOf(item.requestedBy)}</span>
          <span>{term('area', item.area)}</span>
        </span>
        <span className={css.meta}>{term('requestRule', item.rule)}</span>
      </Link>
    </li>
  );
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Requests that wait; the arrow keys walk, Enter opens. */
export const QueueList = ({ items, chosen, search, label }: { readonly items: readonly QueueItem[]; readonly chosen: string | undefined; readonly search: string; readonly label: string }) => {
  const root = useRef<HTMLUListElement>(null);
  const nameOf = usePeople(items.map(({ requestedBy }) => requestedBy));
  const walk = (event: KeyboardEvent) => {
    const rows = [...(root.current?.querySelectorAll<HTMLAnchorElement>('[data-row]') ?? [])];
    const next = rows[rows.indexOf(document.activeElement as HTMLAnchorElement) + (STEPS[event.key] ?? 0)];
    if (!STEPS[event.key] || !next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ul ref={root} className={css.rows} aria-label={label} onKeyDown={walk}>
      {items.map((item) => (
        <Row key={item.requestId} item={item} to={`/aanvragen/${item.requestId}${search}`} chosen={item.requestId === chosen} nameOf={nameOf} />
      ))}
    </ul>
  );
};
