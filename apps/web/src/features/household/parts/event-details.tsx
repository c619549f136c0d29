import { useTranslation } from 'react-i18next';
import { Drawer, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../../commands/deeds';
import { useTerm } from '../../../terms/use-term';
import { useHouseholdPage } from '../page-context';
import type { TimelineEvent } from '../use-timeline';
import css from './part.module.css';

/** One fact with both its dates: when it happened, and when we knew. */
export const EventDetails = ({ event, onClose }: { readonly event: TimelineEvent; readonly onClose: () => void }) => {
  const { t } = useTranslation('household');
  const { says, civil, moment } = useFormat();
  const term = useTerm();
  const { offer, nameOf } = useHouseholdPage();
  const correct = event.corrects === null && offer('correctDate', { eventId: event.eventId }, { values: { happenedOn: event.happenedOn.slice(0, 16) }, about: says(event.sentence) });
  return (
    <Drawer
      title={says(event.sentence)}
      onClose={onClose}
      foot={correct && <DeedButton deed={{ ...correct, open: () => { onClose(); correct.open(); } }}>{t('timeline.correctDate')}</DeedButton>}
    >
      {event.note && <blockquote className={css.note}>{event.note}</blockquote>}
      <dl className={css.facts}>
        <div><dt>{t('timeline.happened')}</dt><dd>{civil(event.happenedOn)}</dd></div>
        <div><dt>{t('timeline.known')}</dt><dd>{moment(event.recordedAt)}</dd></div>
        <div><dt>{t('timeline.by')}</dt><dd>{nameOf(event.actor.id)}</dd></div>
        <div><dt>{t('timeline.subject')}</dt><dd>{term('track', event.track)}</dd></div>
        {event.domain && <div><dt>{t('timeline.law')}</dt><dd>{term('law', event.domain)}</dd></div>}
      </dl>
      {event.late && <p className="soft">{t('timeline.lateWhy')}</p>}
      {event.corrected && <p>{t('timeline.correctedWhy', { day: civil(event.corrected.firstSaidOn), reason: event.corrected.reason })}</p>}
    </Drawer>
  );
};
