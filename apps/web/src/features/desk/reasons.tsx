import { useTranslation } from 'react-i18next';
import { Card } from '@perspectief/ui';
import { useTerm } from '../../terms/use-term';
import type { DecisionRecord } from './request';
import css from './desk.module.css';

const QUESTIONS = ['legitimate', 'committed', 'returns', 'regularRouteRuledOut'] as const;

/** The four questions of a tailor-made decision, answered by whoever asks. */
export const Reasons = ({ reasons }: { readonly reasons: DecisionRecord['reasons'] }) => {
  const { t } = useTranslation('desk');
  const term = useTerm();
  return (
    <Card title={t('reasons.title')}>
      <dl className={css.reasons}>
        {QUESTIONS.map((question) => (
          <div key={question}>
            <dt>{t(`reasons.${question}`)}</dt>
            <dd>{reasons[question]}</dd>
          </div>
        ))}
        {reasons.split && (
          <div>
            <dt>{t('reasons.split')}</dt>
            <dd>{reasons.split.map(({ domain, percentage }) => `${term('law', domain)} ${percentage}%`).join(', ')}</dd>
          </div>
        )}
      </dl>
      {reasons.duplicateConfirmed && <p className="soft small">{t('reasons.duplicate')}</p>}
    </Card>
  );
};
