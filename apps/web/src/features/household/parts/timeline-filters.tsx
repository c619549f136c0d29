import { useTranslation } from 'react-i18next';
import { LAWS } from '../../../commands/fields';
import { useTerm } from '../../../terms/use-term';
import { useHouseholdPage } from '../page-context';
import { TRACKS } from './timeline-event';
import css from './part.module.css';

export interface Filters {
  readonly track: string;
  readonly law: string;
  readonly person: string;
}

export const NO_FILTERS: Filters = { track: '', law: '', person: '' };

interface Choice {
  readonly label: string;
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What of the story is shown: one subject, one law, one person. */
export const TimelineFilters = ({ filters, onChange }: { readonly filters: Filters; readonly onChange: (next: Filters) => void }) => {
  const { t } = useTranslation('household');
  const term = useTerm();
  const { choices } = useHouseholdPage();
  const fields: Readonly<Record<keyof Filters, Choice>> = {
    track: { label: t('timeline.track'), all: t('timeline.allTracks'), options: Object.keys(TRACKS).map((value) => ({ value, label: term('track', value) })) },
    law: { label: t('timeline.law'), all: t('timeline.allLaws'), options: LAWS.map((value) => ({ value, label: term('law', value) })) },
    person: { label: t('timeline.person'), all: t('timeline.everybody'), options: choices.people ?? [] },
  };
  return (
    <div className={css.filters} data-screen-only>
      {(Object.keys(fields) as (keyof Filters)[]).map((name) => (
        <select key={name} aria-label={fields[name].label} value={filters[name]} onChange={({ target }) => onChange({ ...filters, [name]: target.value })}>
          <option value="">{fields[name].all}</option>
          {fields[name].options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
        </select>
      ))}
    </div>
  );
};
