import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StudiesDocument } from '@perspectief/graphql-contract/studies';
import { Badge, buttonClass, DataTable, Empty, Loading, Problem, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { useAsked } from '../../data/evaluation';
import { usePerson } from '../../session/session-provider';
import css from './studies.module.css';

/** Every study of the municipality: what is asked, how far it is, what was made of it. */
export const StudiesPage = () => {
  const { t } = useTranslation('studies');
  const { says, shortDay } = useFormat();
  const { found, failed, sentence, askAgain } = useAsked(StudiesDocument, {});
  const { role } = usePerson();
  useTitle(t('title'));
  return (
    <div className={`stack ${css.page}`}>
      <div>
        <h1>{t('title')}</h1>
        <p className="soft">{t('intro')}</p>
      </div>
      {role === 'evaluator' && <p><Link to="/onderzoeken/nieuw" className={buttonClass({ look: 'main' })}>{t('draft.title')}</Link></p>}
      {!found && (failed ? <Problem sentence={sentence && says(sentence)} onAgain={askAgain} /> : <Loading rows={4} />)}
      {found?.studies.length === 0 && <Empty title={t('none')}><p>{t('howToBegin')}</p></Empty>}
      {found && found.studies.length > 0 && (
        <div className={css.sheet}>
          <DataTable
            caption={t('title')}
            rows={found.studies}
            rowKey={({ id }) => id}
            columns={[
              { key: 'question', label: t('question'), of: ({ id, card }) => <Link to={`/onderzoek/${id}`}>{card.question}</Link> },
              { key: 'phase', label: t('phase'), of: ({ phase }) => <Badge tone={phase === 'approved' ? 'done' : 'wait'}>{t(`phases.${phase}`)}</Badge> },
              { key: 'version', label: t('version'), number: true, of: ({ version }) => version },
              { key: 'cohorts', label: t('cohorts'), number: true, of: ({ cohorts }) => cohorts.length },
              { key: 'dataSets', label: t('dataSets'), number: true, of: ({ dataSets }) => dataSets },
              { key: 'last', label: t('last'), of: ({ history }) => (history[0] ? shortDay(history[0].at.slice(0, 10)) : '') },
            ]}
          />
        </div>
      )}
    </div>
  );
};
