import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@perspectief/ui';
import { Cells, type Row } from './cells';
import { Differences } from './differences';
import { MapFigure, VariantsFigure } from './process-figures';
import type { ShownPart } from './shown';
import { useCardWords } from './use-card-words';
import css from './studies.module.css';

/** Below this, a p value is only said to be below it. */
const SMALLEST_P = 0.001;

const table = ({ rows, columns, counts, rowTotals, columnTotals, total }: NonNullable<ShownPart['table']>, all: string, group: string): { readonly head: readonly string[]; readonly rows: readonly Row[] } => {
  const whole = counts as unknown as readonly (readonly (number | null)[])[];
  const body: readonly Row[] = rows.map((row, i) => [row, ...columns.map((_, j) => whole[i]?.[j] ?? null), rowTotals[i] ?? null]);
  return { head: [group, ...columns, all], rows: rows.length > 1 ? [...body, [all, ...columnTotals, total]] : body };
};

/** One part of a figure that is no curve. */
export const Part = ({ part }: { readonly part: ShownPart }) => {
  const { t } = useTranslation('studies');
  const { number: shown, says } = useFormat();
  const { named } = useCardWords();
  const { sentence, number, flow, map, variants, counts } = part;
  const name = part.name.split(' · ').map((word) => {
    const days = /^restricted mean to (\d+)$/.exec(word)?.[1];
    return days ? t('meanUntil', { days }) : named('partNames', word);
  }).join(' · ');
  if (sentence) return <p className={css.part}><EyeOff size={16} aria-hidden /> <strong>{name}</strong> {says(sentence)}</p>;
  if (number)
    return (
      <p className={css.part}>
        <strong>{name}</strong> {number.unit === 'p-value' && number.value < SMALLEST_P ? `< ${SMALLEST_P}` : shown(number.value)} {t(`units.${number.unit}`)}
        {number.lower !== null && number.upper !== null && ` (${shown(number.lower)} – ${shown(number.upper)})`}
        {number.of !== null && <span className="soft"> {t('figure.of', { count: number.of })}</span>}
      </p>
    );
  if (part.table) return <Cells caption={name} {...table(part.table, t('figure.all'), t('figure.group'))} />;
  if (flow) return <Cells caption={name} head={[t('figure.stage'), t('figure.people')]} rows={flow.map((stage) => [named('stages', stage.name), stage.kept])} />;
  if (map) return <MapFigure map={map} />;
  if (variants) return <VariantsFigure variants={variants} />;
  if (counts) return <Differences counts={counts} />;
  return null;
};
