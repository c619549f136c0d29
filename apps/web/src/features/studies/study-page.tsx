import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CircleAlert } from 'lucide-react';
import { ApproveStudyDocument, StudyPageDocument } from '@perspectief/graphql-contract/studies';
import { Alert, Badge, Button, Loading, Problem, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { useAsked } from '../../data/evaluation';
import { useWhileWatched } from '../../data/use-while-watched';
import { usePerson } from '../../session/session-provider';
import { CardShown } from './card-shown';
import { Cohorts } from './cohorts';
import { DataSets } from './data-sets';
import { MoreFigures } from './more-figures';
import { Released } from './released';
import { Work } from './work';
import { useChange } from './use-change';
import type { ShownStudy } from './shown';
import css from './studies.module.css';

const RUNNING = new Set(['waiting', 'running']);
const EVERY_MS = 2_000;
const NEVER_MS = 60_000;

const Approval = ({ study, askAgain }: { readonly study: ShownStudy; readonly askAgain: () => void }) => {
  const { t } = useTranslation('studies');
  const { id } = usePerson();
  const { busy, sentence, change } = useChange(askAgain);
  if (study.phase === 'approved') return null;
  const { id: studyId, version, hash, authors } = study;
  const own = authors.includes(id);
  return (
    <Alert tone="wait" icon={<CircleAlert />} title={t(own ? 'approve.byAnother' : 'approve.asked')}
      actions={!own && <Button look="main" disabled={busy} onClick={() => void change(ApproveStudyDocument, { input: { studyId, version, hash }, commandId: crypto.randomUUID() })}>{t('approve.do')}</Button>}>
      <p>{t('approve.why')}</p>
      {sentence && <p role="alert">{sentence}</p>}
    </Alert>
  );
};

/** One study: its card, who agreed, what was let out of it, and its data sets. */
export const StudyPage = () => {
  const { t } = useTranslation('studies');
  const { says } = useFormat();
  const { studyId = '' } = useParams();
  const { role } = usePerson();
  const [drafts, microdata] = [role === 'evaluator', role === 'microdata-evaluator'];
  const { found, failed, sentence, askAgain } = useAsked(StudyPageDocument, { studyId, figures: !microdata });
  const running = found?.jobs.some(({ state }) => RUNNING.has(state)) ?? false;
  useWhileWatched(askAgain, running ? EVERY_MS : NEVER_MS);
  useTitle(found?.study.card.question ?? t('title'));
  if (!found) return failed ? <Problem sentence={sentence && says(sentence)} onAgain={askAgain} /> : <Loading rows={6} />;
  const { study, jobs, releases } = found;
  return (
    <div className={`stack ${css.page}`}>
      <div>
        <p><Link to="/onderzoeken">{t('back')}</Link></p>
        <h1>{study.card.question}</h1>
        <p><Badge tone={study.phase === 'approved' ? 'done' : 'wait'}>{t(`phases.${study.phase}`)}</Badge></p>
      </div>
      <Approval study={study} askAgain={askAgain} />
      {(drafts || microdata) && <Cohorts study={study} product={microdata ? 'microdata' : 'figures'} busy={running} askAgain={askAgain} />}
      <Work jobs={jobs} may={drafts || microdata} askAgain={askAgain} />
      {drafts && <MoreFigures study={study} busy={running} askAgain={askAgain} />}
      {releases && <Released study={study} releases={releases} />}
      {microdata && <DataSets studyId={study.id} count={study.dataSets} />}
      <CardShown study={study} mayWrite={drafts} />
    </div>
  );
};
