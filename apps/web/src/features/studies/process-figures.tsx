import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure, useFormat } from '@perspectief/ui';
import { Cells } from './cells';
import { ProcessMap, type MapArc } from './process-map';
import type { ShownPart } from './shown';
import { useCardWords } from './use-card-words';
import { VariantsPicture } from './variants-picture';

/** On a phone letters of a map would be too small to read. */
const narrow = (): boolean => window.matchMedia('(max-width: 599px)').matches;

/** What follows what, as a picture and as a table that says the same. */
export const MapFigure = ({ map }: { readonly map: NonNullable<ShownPart['map']> }) => {
  const { t } = useTranslation('studies');
  const { number } = useFormat();
  const { eventOf } = useCardWords();
  const [begin, end] = [t('figure.begin'), t('figure.end')];
  const arcs = useMemo(
    () => map.arcs.map(({ from, to, cases, medianWait }): MapArc => ({ from: from === null ? begin : eventOf(from), to: to === null ? end : eventOf(to), cases, medianWait })),
    [map, begin, end],
  );
  const labelOf = useCallback(({ cases, medianWait }: MapArc) => (medianWait === null ? number(cases) : t('figure.arc', { cases: number(cases), days: number(medianWait) })), [number, t]);
  const most = arcs.reduce<MapArc | undefined>((best, arc) => (best && best.cases >= arc.cases ? best : arc), undefined);
  if (arcs.length === 0 || !most) return <p className="soft">{t('figure.moreHidden', { count: map.hiddenArcs })}</p>;
  return (
    <Figure
      level={3}
      heading={t('figure.map')}
      sentence={t('figure.mapSays', { from: most.from, to: most.to, cases: number(most.cases) })}
      source={`${t('figure.alongMoments')} ${t('figure.moreHidden', { count: map.hiddenArcs })}`}
      tableFirst={narrow()}
      picture={<ProcessMap arcs={arcs} labelOf={labelOf} />}
      table={<Cells caption={t('figure.map')} hideCaption head={[t('figure.from'), t('figure.to'), t('figure.people'), t('figure.wait')]} words={2}
        rows={arcs.map(({ from, to, cases, medianWait }) => [from, to, cases, medianWait ?? ''])} />}
    />
  );
};

/** The most common courses, as rows of steps and as a table that says the same. */
export const VariantsFigure = ({ variants: { shown, hidden, hiddenCases } }: { readonly variants: NonNullable<ShownPart['variants']> }) => {
  const { t } = useTranslation('studies');
  const { number } = useFormat();
  const { eventOf } = useCardWords();
  const named = shown.map(({ steps, cases }) => ({ steps: steps.map(eventOf), cases }));
  const rest = t('figure.coursesHidden', { count: hidden, cases: hiddenCases === null ? t('figure.hidden') : number(hiddenCases) });
  if (named.length === 0) return <p className="soft">{rest}</p>;
  return (
    <Figure
      level={3}
      heading={t('figure.courses')}
      sentence={t('figure.coursesSay', { count: named.length, cases: number(named[0]?.cases ?? 0) })}
      source={`${t('figure.alongMoments')} ${rest}`}
      picture={<VariantsPicture variants={named} casesOf={(cases) => t('figure.cases', { count: cases, cases: number(cases) })} />}
      table={<Cells caption={t('figure.courses')} hideCaption head={[t('figure.course'), t('figure.people')]} rows={named.map(({ steps, cases }) => [steps.join(' › '), cases])} />}
    />
  );
};
