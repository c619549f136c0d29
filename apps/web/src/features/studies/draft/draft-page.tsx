import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { CardOfDocument, DraftStudyDocument } from '@perspectief/graphql-contract/studies';
import { Button, Loading, Problem, SaveState, useFormat } from '@perspectief/ui';
import { useTitle } from '../../../app/use-title';
import { sendToEvaluation, useAsked } from '../../../data/evaluation';
import { useDraft } from '../../../drafts/use-draft';
import { cardOf, draftOf, emptyCard, type CardDraft } from './card-draft';
import { CardForm } from './card-form';
import { problemsOf } from './problems';
import { SayAll } from './use-problem';
import css from './draft.module.css';

interface Writing {
  /** Undefined: a new study. */
  readonly studyId: string | undefined;
  readonly version: number;
  readonly from: CardDraft | undefined;
}

const Writer = ({ studyId, version, from }: Writing) => {
  const { t } = useTranslation('studies');
  const { says } = useFormat();
  const navigate = useNavigate();
  const name = studyId ? `study:${studyId}:${version}` : 'study:new';
  const [start] = useState(() => from ?? emptyCard());
  const { values: card, kept, takenUp, change, forget, startOver } = useDraft(name, start);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [id] = useState(() => studyId ?? crypto.randomUUID());
  // The same card sent again is one command: an answer that got lost makes no second version. Another card is another command.
  const commandId = useMemo(() => crypto.randomUUID(), [card]);
  const problems = problemsOf(card);
  const wrong = Object.keys(problems).length;
  const send = async (): Promise<void> => {
    setTried(true);
    if (wrong > 0) return;
    setBusy(true);
    const no = await sendToEvaluation(DraftStudyDocument, { input: { studyId: id, card: cardOf(card) }, commandId });
    setBusy(false);
    if (no !== undefined) return setRefused(no === null ? t('noAnswer') : says(no));
    await forget();
    await navigate(`/onderzoek/${id}`);
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      {takenUp && <p className={css.taken}>{t('draft.takenUp')} <Button small look="quiet" onClick={startOver}>{t('draft.startOver')}</Button></p>}
      <SayAll.Provider value={tried}><CardForm card={card} problems={problems} change={change} /></SayAll.Provider>
      <div className={css.send}>
        <Button look="main" type="submit" disabled={busy}>{t('draft.send')}</Button>
        <SaveState state={{ phase: busy ? 'saving' : kept ? 'draft' : 'nothing' }} />
        {tried && wrong > 0 && <p role="alert">{t('draft.wrong', { count: wrong })}</p>}
        {refused && <p role="alert">{refused}</p>}
        <p className="soft">{t('draft.then')}</p>
      </div>
    </form>
  );
};

/** Writes down what is to be compared, before anybody looks; again for a next version. Another person agrees with it. */
export const DraftPage = () => {
  const { t } = useTranslation('studies');
  const { says } = useFormat();
  const { studyId } = useParams();
  const title = t(studyId ? 'draft.again' : 'draft.title');
  useTitle(title);
  return (
    <div className={`stack ${css.page}`}>
      <div>
        <p><Link to={studyId ? `/onderzoek/${studyId}` : '/onderzoeken'}>{t(studyId ? 'backToStudy' : 'back')}</Link></p>
        <h1>{title}</h1>
        <p className="soft">{t('draft.intro')}</p>
      </div>
      {studyId ? <NextVersion studyId={studyId} says={says} /> : <Writer studyId={undefined} version={0} from={undefined} />}
    </div>
  );
};

const NextVersion = ({ studyId, says }: { readonly studyId: string; readonly says: ReturnType<typeof useFormat>['says'] }) => {
  const { found, failed, sentence, askAgain } = useAsked(CardOfDocument, { studyId });
  if (!found) return failed ? <Problem sentence={sentence && says(sentence)} onAgain={askAgain} /> : <Loading rows={8} />;
  return <Writer studyId={studyId} version={found.study.version} from={draftOf(found.study.card)} />;
};
