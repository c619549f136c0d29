import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { StudyCasesDocument } from '@perspectief/graphql-contract/studies';
import { Button, DataTable, Loading, Problem, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { useAsked } from '../../data/evaluation';
import css from './studies.module.css';

const PAGE = 50;

/** Who is in a cohort, under the names of the study. */
export const CasesPage = () => {
  const { t } = useTranslation('studies');
  const { says } = useFormat();
  const { studyId = '', cohortId = '' } = useParams();
  const [before, setBefore] = useState<readonly string[]>([]);
  const { found, failed, sentence, askAgain } = useAsked(StudyCasesDocument, { studyId, cohortId, after: before.at(-1) ?? null, first: PAGE });
  useTitle(t('cases.title'));
  const cases = found?.studyCases;
  const last = cases?.at(-1);
  return (
    <div className={`stack ${css.page}`}>
      <div>
        <p><Link to={`/onderzoek/${studyId}`}>{t('backToStudy')}</Link></p>
        <h1>{t('cases.title')}</h1>
        <p className="soft">{t('cases.intro')}</p>
      </div>
      {!cases && (failed ? <Problem sentence={sentence && says(sentence)} onAgain={askAgain} /> : <Loading rows={8} />)}
      {cases && (
        <div className={css.sheet}>
          <DataTable
            caption={t('cases.title')}
            rows={cases}
            rowKey={({ caseId }) => caseId}
            columns={[
              { key: 'case', label: t('cases.case'), of: ({ caseId }) => <Link to={`/onderzoek/${studyId}/zaak/${caseId}`}>{caseId}</Link> },
              { key: 'arm', label: t('cases.arm'), of: ({ arm }) => arm },
            ]}
          />
        </div>
      )}
      <div className={css.buttons}>
        <Button disabled={before.length === 0} onClick={() => setBefore(before.slice(0, -1))}>{t('cases.previous')}</Button>
        <Button disabled={!last || (cases?.length ?? 0) < PAGE} onClick={() => last && setBefore([...before, last.caseId])}>{t('cases.next')}</Button>
      </div>
    </div>
  );
};
