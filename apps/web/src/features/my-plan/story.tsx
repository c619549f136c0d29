import { useTranslation } from 'react-i18next';
import { Card, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import type { NameOf } from '../../data/people';
import { usePerson } from '../../session/session-provider';
import { useTerm } from '../../terms/use-term';
import type { Plan } from './use-my-plan';
import css from './my-plan.module.css';

const READERS = ['neighbourhood-coach', 'experience-expert', 'debt-counsellor', 'household-member'] as const;

/** Told once, read by all who may; who told it puts it right. */
export const Story = ({ plan, nameOf }: { readonly plan: Plan; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('my-plan');
  const { day } = useFormat();
  const term = useTerm();
  const me = usePerson();
  const offer = useOffer();
  const readers = READERS.map((value) => ({ value, label: term('reader', value) }));
  return (
    <Card title={t('story.title')} intro={t('story.intro')} actions={<DeedButton deed={offer('tellStory', { trajectoryId: plan.id }, { choices: { readers } })}>{t('story.tell')}</DeedButton>}>
      {plan.stories.length === 0 ? <p className="soft">{t('story.none')}</p> : (
        <ul className={css.list}>
          {plan.stories.map(({ storyId, text, toldBy, toldOn, visibleTo }) => (
            <li key={storyId}>
              <p className={css.story}>{text}</p>
              <p className="soft small dots">
                <span>{t('story.by', { who: nameOf(toldBy), day: day(toldOn) })}</span>
                <span>{t('story.readers', { who: visibleTo.map((reader) => READERS.some((one) => one === reader) ? term('reader', reader).toLowerCase() : nameOf(reader)).join(', ') })}</span>
              </p>
              <DeedButton small look="quiet" deed={toldBy === me.id && offer('correctStory', { trajectoryId: plan.id, storyId }, { values: { text } })}>{t('story.correct')}</DeedButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
