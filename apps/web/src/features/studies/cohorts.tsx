import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CutDatasetDocument, FreezeCohortDocument, ReleaseFiguresDocument } from '@perspectief/graphql-contract/studies';
import { Button, Card, DataTable, useFormat } from '@perspectief/ui';
import type { ShownStudy } from './shown';
import { useChange } from './use-change';
import css from './studies.module.css';

interface Fields {
  readonly study: ShownStudy;
  /** What this person may make of a group: figures for outside, or data by case. */
  readonly product: 'figures' | 'microdata';
  readonly busy: boolean;
  readonly askAgain: () => void;
}

/** Frozen groups, and what can be made of each. */
export const Cohorts = ({ study, product, busy: working, askAgain }: Fields) => {
  const { t } = useTranslation('studies');
  const { shortDay, moment } = useFormat();
  const { busy, sentence, change } = useChange(askAgain);
  const studyId = study.id;
  const off = busy || working;
  const made = (cohortId: string) => ({ input: { studyId, cohortId }, commandId: crypto.randomUUID() });
  return (
    <Card title={t('cohort.title')} intro={<p>{t('cohort.intro')}</p>}
      actions={study.phase === 'approved' && <Button disabled={off} onClick={() => void change(FreezeCohortDocument, { input: { studyId }, commandId: crypto.randomUUID() })}>{t('cohort.freeze')}</Button>}>
      {sentence && <p role="alert">{sentence}</p>}
      {study.cohorts.length === 0 ? <p className="soft">{t(study.phase === 'approved' ? 'cohort.none' : 'cohort.notYet')}</p> : (
        <DataTable
          caption={t('cohort.title')}
          rows={study.cohorts}
          rowKey={({ id }) => id}
          columns={[
            { key: 'cut', label: t('cohort.cutOn'), of: ({ cutOn }) => shortDay(cutOn) },
            { key: 'frozen', label: t('cohort.frozenAt'), of: ({ frozenAt }) => moment(frozenAt) },
            { key: 'do', label: t('cohort.make'), of: ({ id }) => (
              <span className={css.buttons}>
                {product === 'figures' && <Button small disabled={off} onClick={() => void change(ReleaseFiguresDocument, made(id))}>{t('cohort.figures')}</Button>}
                {product === 'microdata' && <Button small disabled={off} onClick={() => void change(CutDatasetDocument, made(id))}>{t('cohort.dataSet')}</Button>}
                {product === 'microdata' && <Link to={`/onderzoek/${studyId}/groep/${id}`}>{t('cohort.cases')}</Link>}
              </span>
            ) },
          ]}
        />
      )}
    </Card>
  );
};
