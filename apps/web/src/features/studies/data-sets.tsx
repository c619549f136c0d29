import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { StudyFilesDocument } from '@perspectief/graphql-contract/studies';
import { buttonClass, Card, DataTable, Loading, Problem, useFormat } from '@perspectief/ui';
import { useAsked } from '../../data/evaluation';
import type { ShownDataSet } from './shown';
import css from './studies.module.css';

const SHORT = 12;

const Files = ({ dataSet }: { readonly dataSet: ShownDataSet }) => {
  const { t } = useTranslation('studies');
  const { number, moment, shortDay } = useFormat();
  const { id, cutAt, expiresOn, withdrawn, archive, files } = dataSet;
  return (
    <section className="stack" aria-labelledby={`set-${id}`}>
      <div className={css.setHead}>
        <div>
          <h3 id={`set-${id}`}>{t('set.of', { moment: moment(cutAt) })}</h3>
          <p className="soft">{t('set.until', { day: shortDay(expiresOn) })} {withdrawn > 0 && t('set.withdrawn', { count: withdrawn })}</p>
        </div>
        {archive ? <a className={buttonClass({ look: 'main' })} href={archive} download>{t('set.all')}</a> : <p>{t('set.gone')}</p>}
      </div>
      <details>
        <summary>{t('set.files', { count: files.length })}</summary>
        <DataTable
          caption={t('set.files', { count: files.length })}
          rows={files}
          rowKey={({ path }) => path}
          columns={[
            { key: 'path', label: t('set.file'), of: ({ path, href }) => (href ? <a href={href} download>{path}</a> : path) },
            { key: 'rows', label: t('set.rows'), number: true, of: ({ rows }) => (rows === null ? '' : number(rows)) },
            { key: 'bytes', label: t('set.bytes'), number: true, of: ({ bytes }) => (bytes === null ? '' : number(bytes)) },
            { key: 'digest', label: t('set.digest'), of: ({ logicalSha256 }) => <code title={logicalSha256}>{logicalSha256.slice(0, SHORT)}</code> },
          ]}
        />
      </details>
    </section>
  );
};

/** Data sets of a study, with their digests. */
export const DataSets = ({ studyId, count }: { readonly studyId: string; readonly count: number }) => {
  const { t } = useTranslation('studies');
  const { says } = useFormat();
  const { found, failed, sentence, askAgain } = useAsked(StudyFilesDocument, { studyId });
  useEffect(() => askAgain(), [count, askAgain]);
  return (
    <Card title={t('set.title')} intro={<p>{t('set.intro')}</p>}>
      {!found && (failed ? <Problem sentence={sentence && says(sentence)} onAgain={askAgain} /> : <Loading rows={2} />)}
      {found?.dataSets.length === 0 && <p className="soft">{t('set.none')}</p>}
      {found?.dataSets.map((dataSet) => <Files key={dataSet.id} dataSet={dataSet} />)}
    </Card>
  );
};
