import { memo, useDeferredValue, useMemo, useRef, type KeyboardEvent } from 'react';
import { CircleAlert, Clock, Pause } from 'lucide-react';
import { Link } from 'react-router';
import { Badge, todayHere } from '@perspectief/ui';
import { useHouseholdNames } from '../../data/household-names';
import { grouped, groupOf, type WorkItem } from './groups';
import { useRowWords, type RowWords } from './use-row-words';
import css from './work-list.module.css';

const Due = ({ item, today, words: { t, relative, shortWeekday } }: { readonly item: WorkItem; readonly today: string; readonly words: RowWords }) => {
  if (item.standsStill) return <Badge tone="wait" icon={<Pause size={15} aria-hidden />}>{t('standsStill')}</Badge>;
  const group = groupOf(item.dueOn, today);
  if (group === 'late') return <Badge tone="late" icon={<CircleAlert size={15} aria-hidden />}>{relative(item.dueOn, today)}</Badge>;
  if (group === 'today') return <Badge icon={<Clock size={15} aria-hidden />}>{relative(item.dueOn, today)}</Badge>;
  return <span className={css.day}>{shortWeekday(item.dueOn)}</span>;
};

interface RowProps {
  readonly item: WorkItem;
  readonly times: number;
  readonly name: string;
  readonly today: string;
  readonly chosen: boolean;
  readonly words: RowWords;
}

const Row = memo(({ item, times, name, today, chosen, words }: RowProps) => {
  const { t, says, term } = words;
  const late = groupOf(item.dueOn, today) === 'late' && !item.standsStill;
  const why = [item.rule && term('rule', item.rule), item.article].filter(Boolean).join(', ');
  return (
    <li>
      <Link
        to={`/huishouden/${item.trajectoryId}`}
        className={`${css.row} ${late ? css.late : ''} ${chosen ? css.chosen : ''}`}
        aria-current={chosen || undefined}
        data-row
      >
        <span className={css.top}>
          <span className={css.title}>{says(item.sentence)}{times > 1 && <span className={css.times}> {t('times', { count: times })}</span>}</span>
          <Due item={item} today={today} words={words} />
        </span>
        <span className={`${css.meta} dots`}>
          <span>{name}</span>
          <span>{term('area', item.area)}</span>
          {item.forRole !== 'neighbourhood-coach' && <span>{t(`waitsFor.${item.forRole}`)}</span>}
        </span>
        {why && <span className={css.why}>{t('because', { rule: why })}</span>}
      </Link>
    </li>
  );
});

/** Walks the rows of a list with the arrow keys; Enter opens, as links do. */
const walk = (event: KeyboardEvent<HTMLElement>, root: HTMLElement | null): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const rows = [...(root?.querySelectorAll<HTMLAnchorElement>('[data-row]') ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLAnchorElement);
  const next = step === undefined ? undefined : rows[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

export interface WorkListProps {
  readonly items: readonly WorkItem[];
  /** The trajectory that is open beside the list. */
  readonly chosen?: string | undefined;
  readonly level?: 2 | 3;
}

/** As many rows as a screen has room for. */
const FIRST = 14;

/** What needs somebody, by urgency. */
export const WorkList = ({ items: all, chosen, level = 2 }: WorkListProps) => {
  const words = useRowWords();
  const { t } = words;
  const { nameOf, named } = useHouseholdNames(all);
  // The first rows are painted before the others are made; a long list never holds up a finger.
  const items = useDeferredValue(all, all.slice(0, FIRST));
  const root = useRef<HTMLDivElement>(null);
  const today = todayHere();
  const groups = useMemo(() => grouped(items, today), [items, today]);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div ref={root} className={css.groups} onKeyDown={(event) => walk(event, root.current)}>
      {groups.map(({ group, tasks, count }) => (
        <section key={group} aria-labelledby={`work-${group}`}>
          <Heading id={`work-${group}`} className={`${css.heading} ${group === 'late' ? css.headingLate : ''}`}>
            {t(`groups.${group}`)} <span className={css.count}>{count}</span>
          </Heading>
          <ul className={css.rows}>
            {tasks.map(({ item, times }) => (
              <Row key={item.itemId} item={item} times={times} name={nameOf(item.trajectoryId) ?? (named ? t('someHousehold') : '…')} today={today} chosen={item.trajectoryId === chosen} words={words} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
