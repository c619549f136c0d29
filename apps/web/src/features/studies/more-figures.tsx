import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReleaseFiguresDocument, type FigureInput } from '@perspectief/graphql-contract/studies';
import { Button, Card, SelectField } from '@perspectief/ui';
import { RULE_SETS } from './rule-sets';
import type { ShownStudy } from './shown';
import { useChange } from './use-change';
import css from './studies.module.css';

const KINDS = [
  'variants', 'cumulative-incidence', 'dropout', 'relapse', 'life-areas', 'quality-of-life', 'credit', 'cost', 'reach', 'time-in-track', 'on-time', 'outflow', 'survival',
] as const;
const GROUPS = ['arm', 'area', 'source', 'tandem', 'instrument', 'year'] as const;
const GROUPED: ReadonlySet<string> = new Set(['survival', 'cumulative-incidence', 'on-time', 'outflow', 'dropout', 'relapse', 'quality-of-life', 'credit', 'cost']);

interface Fields {
  readonly study: ShownStudy;
  readonly busy: boolean;
  readonly askAgain: () => void;
}

/** One more figure of the latest cohort, or that cohort under other rules. */
export const MoreFigures = ({ study, busy: working, askAgain }: Fields) => {
  const { t } = useTranslation('studies');
  const { busy, sentence, change } = useChange(askAgain);
  const [kind, setKind] = useState('');
  const [by, setBy] = useState('');
  const [ruleSet, setRuleSet] = useState('');
  const cohort = study.cohorts.at(-1);
  if (!cohort) return null;
  const off = busy || working;
  const ask = (figure: FigureInput) => void change(ReleaseFiguresDocument, { input: { studyId: study.id, cohortId: cohort.id, figures: [figure] }, commandId: crypto.randomUUID() });
  return (
    <Card title={t('more.title')} intro={<p>{t('more.intro')}</p>}>
      {sentence && <p role="alert">{sentence}</p>}
      <div className={css.ask}>
        <SelectField label={t('more.figure')} placeholder={t('draft.choose')} value={kind} onChange={(chosen) => { setKind(chosen); setBy(''); }} options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
        {GROUPED.has(kind) && <SelectField label={t('more.by')} optional placeholder={t('more.together')} value={by} onChange={setBy} options={GROUPS.map((value) => ({ value, label: t(`by.${value}`) }))} />}
        <Button disabled={off || kind === ''} onClick={() => ask({ kind, ...(by !== '' && { by }) })}>{t('more.do')}</Button>
      </div>
      <div className={css.ask}>
        <SelectField label={t('more.rules')} placeholder={t('draft.choose')} value={ruleSet} onChange={setRuleSet} options={RULE_SETS.map((value) => ({ value, label: t(`ruleSets.${value}`) }))} />
        <Button disabled={off || ruleSet === ''} onClick={() => ask({ kind: 'counterfactual', ruleSet })}>{t('more.copy')}</Button>
      </div>
    </Card>
  );
};
