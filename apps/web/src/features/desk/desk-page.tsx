import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Empty } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { NoAnswer } from '../../data/no-answer';
import { QUEUES, useQueue, useQueueChoice } from './queue';
import { QueueList } from './queue-list';
import { RequestPanel } from './request-panel';
import { useRaisesForMe, WaitingRaises } from './waiting-raises';
import css from './desk.module.css';

/** What waits for a budget holder, and the one that is being decided beside it. */
export const DeskPage = () => {
  const { t } = useTranslation('desk');
  const { t: ui } = useTranslation('ui');
  const { requestId } = useParams();
  const [queue, choose, search] = useQueueChoice();
  const { page, items, totals: requests, more } = useQueue(queue);
  const raises = useRaisesForMe();
  const totals = requests && { ...requests, mine: requests.mine + raises.length };
  const here = queue === 'MINE' ? raises : [];
  useTitle(t('title'));
  const next = items[items.findIndex((item) => item.requestId === requestId) + 1] ?? items.find((item) => item.requestId !== requestId);
  return (
    <div className={css.panes} data-open={requestId !== undefined}>
      <div className={css.list} data-screen-only>
        <div className={css.heading}>
          <h1>{t('title')}</h1>
          <p className="soft">{totals && t('summary', { count: totals.mine })}</p>
        </div>
        <div className={css.tabs} role="group" aria-label={t('queues.label')}>
          {QUEUES.map((one) => (
            <button key={one} type="button" className={css.tab} aria-pressed={one === queue} onClick={() => choose(one)}>
              {t(`queues.${one}`)} {totals && one !== 'DECIDED' && <span>{totals[one.toLowerCase() as Lowercase<typeof one>]}</span>}
            </button>
          ))}
        </div>
        <WaitingRaises raises={here} />
        {page.found ? (
          items.length > 0 ? <QueueList items={items} chosen={requestId} search={search} label={t(`queues.${queue}`)} /> : here.length === 0 && <Empty title={t(`empty.${queue}`)}>{t('emptyWhat')}</Empty>
        ) : <NoAnswer page={page} rows={6} />}
        {more && <p className="soft small">{ui('more')}</p>}
      </div>
      <div className={css.panel}>
        {requestId ? <RequestPanel key={requestId} requestId={requestId} search={search} next={next?.requestId} /> : <Empty title={t('choose')}>{t('chooseWhat')}</Empty>}
      </div>
    </div>
  );
};
