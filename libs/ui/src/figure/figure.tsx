import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button';
import css from './figure.module.css';

export interface FigureProps {
  /** Says the finding; computed from the same data as the picture. */
  readonly heading: string;
  readonly sentence: string;
  /** Where the numbers come from. */
  readonly source: string;
  readonly picture: ReactNode;
  /** The same numbers. */
  readonly table: ReactNode;
  readonly level?: 2 | 3;
  /** Where there is no room for the picture. */
  readonly tableFirst?: boolean;
}

/** A picture of numbers that never stands alone: finding, sentence, the same numbers as a table, source. */
export const Figure = ({ heading, sentence, source, picture, table, level = 2, tableFirst = false }: FigureProps) => {
  const { t } = useTranslation('ui');
  const [asTable, setAsTable] = useState(tableFirst);
  const label = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <figure className={css.figure} aria-labelledby={label}>
      <div className={css.head}>
        <div>
          <Heading id={label}>{heading}</Heading>
          <p className={css.sentence}>{sentence}</p>
        </div>
        <Button look="quiet" small aria-pressed={asTable} onClick={() => setAsTable(!asTable)} data-screen-only>
          {asTable ? t('asPicture') : t('asTable')}
        </Button>
      </div>
      {asTable ? table : <div role="img" aria-label={`${heading} ${sentence}`} className={css.picture}>{picture}</div>}
      <figcaption className={css.source}>{source}</figcaption>
    </figure>
  );
};
