import { useTranslation } from 'react-i18next';
import { CancelJobDocument } from '@perspectief/graphql-contract/studies';
import { Badge, Button, Card, useFormat, type Tone } from '@perspectief/ui';
import type { ShownJob } from './shown';
import { useChange } from './use-change';
import css from './studies.module.css';

const TONES: Readonly<Record<string, Tone>> = { waiting: 'planned', running: 'busy', done: 'done', refused: 'late', failed: 'late', cancelled: 'plain' };
const SHOWN = 4;

const Line = ({ job, may, askAgain }: { readonly job: ShownJob; readonly may: boolean; readonly askAgain: () => void }) => {
  const { t } = useTranslation('studies');
  const { moment, says } = useFormat();
  const { busy, sentence, change } = useChange(askAgain);
  const { id, kind, state, askedAt, eventsRead, eventsInAll, refusal } = job;
  const goes = state === 'running' || state === 'waiting';
  return (
    <li className={css.job}>
      <Badge tone={TONES[state] ?? 'plain'}>{t(`work.states.${state}`)}</Badge>
      <span>{t(`work.kinds.${kind}`)}, {moment(askedAt)}</span>
      {state === 'running' && <progress aria-label={t('work.progress')} max={eventsInAll ?? undefined} value={eventsInAll === null ? undefined : Math.min(eventsRead, eventsInAll)} />}
      {refusal && <span>{says(refusal.sentence)}</span>}
      {goes && may && <Button small look="quiet" disabled={busy} onClick={() => void change(CancelJobDocument, { input: { jobId: id } })}>{t('work.cancel')}</Button>}
      {sentence && <span role="alert">{sentence}</span>}
    </li>
  );
};

/** Heavy work that was asked for, and how it goes. */
export const Work = ({ jobs, may, askAgain }: { readonly jobs: readonly ShownJob[]; readonly may: boolean; readonly askAgain: () => void }) => {
  const { t } = useTranslation('studies');
  if (jobs.length === 0) return null;
  return (
    <Card title={t('work.title')}>
      <ul className={css.jobs} aria-live="polite">{jobs.slice(0, SHOWN).map((job) => <Line key={job.id} job={job} may={may} askAgain={askAgain} />)}</ul>
    </Card>
  );
};
