import { useTranslation } from 'react-i18next';
import { Card, useFormat } from '@perspectief/ui';
import type { NameOf } from '../../data/people';
import type { DecisionRecord } from './request';
import css from './desk.module.css';

/** What was asked, answered and decided so far. */
export const Conversation = ({ said, nameOf }: { readonly said: DecisionRecord['said']; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('desk');
  const { day } = useFormat();
  return (
    <Card title={t('said.title')}>
      <ol className={css.said}>
        {said.map(({ kind, by, on, text }, index) => (
          <li key={index}>
            <p className="soft small">{t(`said.${kind}`, { who: nameOf(by), day: day(on) })}</p>
            {text && <p>{text}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
};
