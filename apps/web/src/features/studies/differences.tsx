import { useTranslation } from 'react-i18next';
import { Cells } from './cells';
import { useCardWords } from './use-card-words';
import type { ShownPart } from './shown';

const HYPOTHETICAL = ' (hypothetical)';

/** As the service names it: `decision: GrantFreeze: denied > granted`. */
const readLine = (figure: string) => {
  const hypothetical = figure.endsWith(HYPOTHETICAL);
  const [what = '', name = '', ways = ''] = (hypothetical ? figure.slice(0, -HYPOTHETICAL.length) : figure).split(': ');
  const [before = '', after = ''] = ways.split(' > ');
  return { what, name, before, after, hypothetical };
};

/** What goes otherwise in a cohort under other rules: what was, what would be, and of how many. */
export const Differences = ({ counts }: { readonly counts: NonNullable<ShownPart['counts']> }) => {
  const { t } = useTranslation('studies');
  const { named } = useCardWords();
  const lines = counts.rows.map(({ figure, count }) => ({ ...readLine(figure), count }));
  const state = (word: string): string => named('otherwise.words', word);
  return (
    <>
      {lines.length > 0 && (
        <Cells caption={t('otherwise.differences')} head={[t('figure.what'), t('replay.before'), t('otherwise.after'), t('figure.people')]} words={3}
          rows={lines.map(({ what, name, before, after, hypothetical, count }) =>
            [`${named('otherwise.whats', what)}: ${name}${hypothetical ? ` (${t('otherwise.hypothetical')})` : ''}`, state(before), state(after), count])} />
      )}
      <p className="soft">{lines.length === 0 && counts.hidden === 0 ? t('otherwise.nothing') : t('figure.moreHidden', { count: counts.hidden })}</p>
    </>
  );
};
