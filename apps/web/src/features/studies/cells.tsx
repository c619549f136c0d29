import { useTranslation } from 'react-i18next';
import { DataTable, useFormat } from '@perspectief/ui';
import css from './studies.module.css';

export type Row = readonly (string | number | null)[];

/** A table of figures; a null is what stays hidden. */
export const Cells = ({ caption, head, rows, words = 1, hideCaption = false }: { readonly caption: string; readonly head: readonly string[]; readonly rows: readonly Row[]; /** Columns that hold words. */ readonly words?: number; readonly hideCaption?: boolean }) => {
  const { t } = useTranslation('studies');
  const { number } = useFormat();
  const shown = (value: Row[number]) => (value === null ? <span className={css.hidden}>{t('figure.hidden')}</span> : typeof value === 'number' ? number(value) : value);
  return (
    <DataTable
      caption={caption}
      hideCaption={hideCaption}
      rows={rows.map((cells, n) => ({ cells, key: `${n} ${cells[0] ?? ''}` }))}
      rowKey={({ key }) => key}
      columns={head.map((label, n) => ({ key: label, label, number: n >= words, of: ({ cells }: { readonly cells: Row }) => shown(cells[n] ?? null) }))}
    />
  );
};
