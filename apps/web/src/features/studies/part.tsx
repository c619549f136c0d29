import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DataTable, useFormat } from '@perspectief/ui';
import type { ShownPart } from './shown';
import css from './studies.module.css';

/** Below this, a p value is only said to be below it. */
const SMALLEST_P = 0.001;

type Row = readonly (string | number | null)[];

/** A null is what stays hidden. */
const Cells = ({ caption, head, rows }: { readonly caption: string; readonly head: readonly string[]; readonly rows: readonly Row[] }) => {
  const { t } = useTranslation('studies');
  const { number } = useFormat();
  const shown = (value: Row[number]) => (value === null ? <span className={css.hidden}>{t('figure.hidden')}</span> : typeof value === 'number' ? number(value) : value);
  return (
    <DataTable
      caption={caption}
      hideCaption={false}
      rows={rows.map((cells, n) => ({ cells, key: `${n} ${cells[0] ?? ''}` }))}
      rowKey={({ key }) => key}
      columns={head.map((label, n) => ({ key: label, label, number: n > 0, of: ({ cells }: { readonly cells: Row }) => shown(cells[n] ?? null) }))}
    />
  );
};

const table = ({ rows, columns, counts, rowTotals, columnTotals, total }: NonNullable<ShownPart['table']>, all: string, group: string): { readonly head: readonly string[]; readonly rows: readonly Row[] } => {
  const whole = counts as unknown as readonly (readonly (number | null)[])[];
  const body: readonly Row[] = rows.map((row, i) => [row, ...columns.map((_, j) => whole[i]?.[j] ?? null), rowTotals[i] ?? null]);
  return { head: [group, ...columns, all], rows: rows.length > 1 ? [...body, [all, ...columnTotals, total]] : body };
};

/** One part of a figure that is no curve. */
export const Part = ({ part }: { readonly part: ShownPart }) => {
  const { t } = useTranslation('studies');
  const { number: shown, says } = useFormat();
  const { name, sentence, number, flow, map, variants, counts } = part;
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
  if (flow) return <Cells caption={name} head={[t('figure.stage'), t('figure.people')]} rows={flow.map((stage) => [stage.name, stage.kept])} />;
  if (map)
    return (
      <>
        <Cells caption={name} head={[t('figure.from'), t('figure.to'), t('figure.people'), t('figure.wait')]}
          rows={map.arcs.map(({ from, to, cases, medianWait }) => [from ?? t('figure.begin'), to ?? t('figure.end'), cases, medianWait])} />
        <p className="soft">{t('figure.moreHidden', { count: map.hiddenArcs })}</p>
      </>
    );
  if (variants)
    return (
      <>
        <Cells caption={name} head={[t('figure.course'), t('figure.people')]} rows={variants.shown.map(({ steps, cases }) => [steps.join(' › '), cases])} />
        <p className="soft">{t('figure.moreHidden', { count: variants.hidden })}</p>
      </>
    );
  if (counts)
    return (
      <>
        <Cells caption={name} head={[t('figure.what'), t('figure.people')]} rows={counts.rows.map(({ figure, count }) => [figure, count])} />
        <p className="soft">{t('figure.moreHidden', { count: counts.hidden })}</p>
      </>
    );
  return null;
};
