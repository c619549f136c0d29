import { useTranslation } from 'react-i18next';
import { Card, ClosedPart, DataTable, Empty, Figure, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../../commands/deeds';
import { useTerm } from '../../../terms/use-term';
import { isClosed } from '../opened';
import { useHouseholdPage, type Trajectory } from '../page-context';
import css from './part.module.css';

type Area = Trajectory['lifeAreas'][number];
const HIGHEST = 5;

const Bars = ({ areas }: { readonly areas: readonly Area[] }) => {
  const { t } = useTranslation('household');
  const term = useTerm();
  return (
    <div className={css.bars}>
      {areas.map(({ lifeArea, score, previous }) => (
        <div key={lifeArea} className={css.bar}>
          <span>{term('lifeArea', lifeArea)}</span>
          <span className={css.track}>
            <span className={css.fill} style={{ width: `${(score / HIGHEST) * 100}%` }} />
            {previous && <span className={css.before} style={{ left: `calc(${(previous.score / HIGHEST) * 100}% - 2px)` }} />}
          </span>
          <span className={css.meta}>{previous ? t('scores.was', { score, before: previous.score }) : t('scores.now', { score })}</span>
        </div>
      ))}
    </div>
  );
};

/** How it goes by life area, each with the score before it; never an average. */
export const LifeAreas = () => {
  const { t } = useTranslation('household');
  const { day } = useFormat();
  const term = useTerm();
  const { trajectory, offer } = useHouseholdPage();
  const { lifeAreas } = trajectory;
  const compared = lifeAreas.filter(({ previous }) => previous);
  const better = compared.filter(({ score, previous }) => score > (previous?.score ?? score)).length;
  const worse = compared.filter(({ score, previous }) => score < (previous?.score ?? score)).length;
  const heading = compared.length === 0 ? t('scores.first', { count: lifeAreas.length }) : t('scores.change', { better, worse, count: compared.length });
  if (isClosed(trajectory, 'scores')) return <ClosedPart />;
  return (
    <>
      <div className={css.actions}><DeedButton look="main" deed={offer('assessLifeAreas')} /></div>
      {lifeAreas.length === 0 ? <Card title={t('parts.leefgebieden')}><Empty title={t('scores.none')} /></Card> : (
        <Figure
          heading={heading}
          sentence={t('scores.sentence')}
          source={t('scores.source')}
          picture={<Bars areas={lifeAreas} />}
          table={
            <DataTable
              caption={heading}
              rows={lifeAreas}
              rowKey={({ lifeArea }) => lifeArea}
              columns={[
                { key: 'area', label: t('scores.area'), of: ({ lifeArea }) => term('lifeArea', lifeArea) },
                { key: 'score', label: t('scores.score'), number: true, of: ({ score }) => score },
                { key: 'on', label: t('scores.on'), of: ({ on }) => day(on) },
                { key: 'by', label: t('scores.by'), of: ({ by }) => term('assessedBy', by) },
                { key: 'before', label: t('scores.before'), number: true, of: ({ previous }) => previous?.score ?? '' },
                { key: 'beforeOn', label: t('scores.beforeOn'), of: ({ previous }) => (previous ? day(previous.on) : '') },
              ]}
            />
          }
        />
      )}
    </>
  );
};
