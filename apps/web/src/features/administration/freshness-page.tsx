import { BookOpen, CircleAlert, CircleCheck, CloudOff, Hourglass, Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FreshnessDocument } from '@perspectief/graphql-contract/administration';
import { Alert, Badge, DataTable, Loading, Problem, useFormat, type Tone } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { usePage } from '../../data/use-page';
import { useWhileWatched } from '../../data/use-while-watched';
import { freshnessOf, shareOf, waitOf, worstOf, type Freshness, type Projection } from './freshness';
import css from './administration.module.css';

const EVERY_MS = 5_000;
const COUNTED_UP_TO = 1_000;

const LOOKS = {
  fresh: { tone: 'done', Icon: CircleCheck },
  reading: { tone: 'busy', Icon: BookOpen },
  late: { tone: 'wait', Icon: Hourglass },
  stuck: { tone: 'late', Icon: CircleAlert },
} as const satisfies Readonly<Record<Freshness, { readonly tone: Tone; readonly Icon: typeof CircleCheck }>>;

const Table = ({ projections }: { readonly projections: readonly Projection[] }) => {
  const { t } = useTranslation('administration');
  const { number } = useFormat();
  const wait = (seconds: number): string => {
    const { unit, count } = waitOf(seconds);
    return t(`fresh.wait.${unit}`, { count });
  };
  const beside = ({ rebuild }: Projection): string | undefined => {
    if (!rebuild) return undefined;
    const { version, secondsLeft, error } = rebuild;
    if (rebuild.state === 'KEPT') return t('fresh.kept', { version });
    if (error !== null) return t('fresh.buildStopped', { version, error });
    const percent = shareOf(rebuild);
    const far = percent === undefined ? t('fresh.events', { count: rebuild.read, shown: number(rebuild.read) }) : t('fresh.percent', { percent });
    return secondsLeft === null ? t('fresh.built', { version, far }) : t('fresh.builtFor', { version, far, left: wait(secondsLeft) });
  };
  const state = (projection: Projection) => {
    const freshness = freshnessOf(projection);
    const { tone, Icon } = LOOKS[freshness];
    return <Badge tone={tone} icon={<Icon size={15} aria-hidden />}>{t(`fresh.states.${freshness}`)}</Badge>;
  };
  return (
    <DataTable
      caption={t('fresh.table')}
      rows={projections}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', label: t('fresh.what'), of: ({ name, version, partitions }) => (
          <span className={css.named}>
            {t(`fresh.names.${name}`, { defaultValue: name })}
            <small>{partitions.length > 1 ? t('fresh.namedParts', { name, version, count: partitions.length }) : t('fresh.named', { name, version })}</small>
          </span>
        ) },
        { key: 'state', label: t('state'), of: (projection) => (
          <span className={css.named}>
            {state(projection)}
            {projection.error !== null && <small>{projection.error}</small>}
            {projection.parked > 0 && <small>{t('fresh.parked', { count: projection.parked, shown: number(projection.parked) })}</small>}
            {projection.rebuild && <small>{beside(projection)}</small>}
          </span>
        ) },
        { key: 'behind', label: t('fresh.behind'), number: true, of: ({ behind }) => (behind >= COUNTED_UP_TO ? t('fresh.orMore', { shown: number(behind) }) : number(behind)) },
        { key: 'wait', label: t('fresh.oldest'), of: ({ behind, secondsBehind }) => (behind === 0 ? t('fresh.nothingWaits') : wait(secondsBehind)) },
        { key: 'position', label: t('fresh.position'), of: ({ position }) => <span className={css.position}>{position ?? t('fresh.beginning')}</span> },
      ]}
    />
  );
};

/** How all of them are in one sentence; said again to a screen reader only when it changes. */
const Together = ({ projections }: { readonly projections: readonly Projection[] }) => {
  const { t } = useTranslation('administration');
  const worst = worstOf(projections);
  const { tone, Icon } = LOOKS[worst];
  return (
    <Alert tone={tone === 'done' ? 'busy' : tone} icon={<Icon />} title={t(`fresh.together.${worst}`)}>
      <p>{t(`fresh.then.${worst}`)}</p>
    </Alert>
  );
};

/** Whether what everybody sees is what was written down. Nothing of a file is in it. */
export const FreshnessPage = () => {
  const { t } = useTranslation('administration');
  const page = usePage(FreshnessDocument, 'projectionStatus', {}, { topic: 'freshness', subject: 'all' });
  const goesOn = useWhileWatched(page.askAgain, EVERY_MS);
  const projections = page.found?.projections;
  useTitle(t('fresh.title'));
  return (
    <div className={`stack ${css.wide}`}>
      <div>
        <h1>{t('fresh.title')}</h1>
        <p className="soft">{t('fresh.intro')}</p>
      </div>
      {projections ? (
        <>
          <div className="stack" role="status">
            {page.behind && <Alert tone="wait" icon={<CloudOff />} title={t('fresh.noAnswer')} />}
            {!goesOn && <Alert tone="wait" icon={<Pause />} title={t('fresh.paused')} />}
            <Together projections={projections} />
          </div>
          <div className={css.sheet}><Table projections={projections} /></div>
        </>
      ) : page.behind ? <Problem onAgain={page.askAgain} /> : <Loading rows={5} />}
    </div>
  );
};
