import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ReplayOfDocument, type ReplayOfQuery } from '@perspectief/graphql-contract/studies';
import { Badge, Button, Card, DataTable, DayField, Loading, Problem, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { useAsked } from '../../data/evaluation';
import css from './studies.module.css';

type Replay = ReplayOfQuery['replay'];
type Step = Replay['steps'][number];

const StepCard = ({ step }: { readonly step: Step }) => {
  const { t } = useTranslation('studies');
  const { day, shortDay } = useFormat();
  const { number, event, happenedOn, recordedOn, recordedDaysLater, firstSaidOn, corrects, role, changes, clocks, rules, stateHash } = step;
  return (
    <Card title={t('replay.step', { number, event })} intro={<p>{day(happenedOn)}, {role}</p>}>
      <p className={css.buttons}>
        {recordedDaysLater > 0 && <Badge tone="wait">{t('replay.later', { count: recordedDaysLater, day: shortDay(recordedOn) })}</Badge>}
        {firstSaidOn !== null && <Badge tone="wait">{t('replay.firstSaid', { day: shortDay(firstSaidOn) })}</Badge>}
        {corrects !== null && <Badge tone="busy">{t('replay.corrects')}</Badge>}
        {rules.map((rule) => <Badge key={rule}>{rule}</Badge>)}
      </p>
      {changes.length > 0 && (
        <DataTable
          caption={t('replay.changes')}
          hideCaption={false}
          rows={changes}
          rowKey={({ path }) => path}
          columns={[
            { key: 'path', label: t('replay.place'), of: ({ path }) => <code>{path}</code> },
            { key: 'before', label: t('replay.before'), of: ({ before }) => <code className={css.value}>{before ?? ''}</code> },
            { key: 'after', label: t('replay.after'), of: ({ after }) => <code className={css.value}>{after ?? ''}</code> },
          ]}
        />
      )}
      {clocks.length > 0 && (
        <ul>{clocks.map(({ rule, before, after }, n) => (
          <li key={n}>{rule}: {before ? `${t(`clockStates.${before.state}`)} (${shortDay(before.due)})` : t('replay.noClock')} › {after ? `${t(`clockStates.${after.state}`)} (${shortDay(after.due)})` : t('replay.noClock')}</li>
        ))}</ul>
      )}
      <p className={css.hash}>{t('replay.hash')} <code>{stateHash}</code></p>
    </Card>
  );
};

/** One case step by step: on any day, as known then or as known now. */
export const ReplayPage = () => {
  const { t } = useTranslation('studies');
  const { says } = useFormat();
  const { studyId = '', caseId = '' } = useParams();
  const [at, setAt] = useState(1);
  const [asOf, setAsOf] = useState('');
  const [then, setThen] = useState(false);
  const { found, failed, sentence, askAgain } = useAsked(ReplayOfDocument, {
    studyId, caseId, view: then ? 'as-known-then' : 'as-known-now', asOf: asOf || null, knownOn: then && asOf ? asOf : null, from: at, first: 1,
  });
  useTitle(t('replay.title'));
  const replay = found?.replay;
  const [step] = replay?.steps ?? [];
  const jump = (day: string): void => {
    setAsOf(day);
    setAt(1);
  };
  return (
    <div className={`stack ${css.page}`}>
      <div>
        <p><Link to={`/onderzoek/${studyId}`}>{t('backToStudy')}</Link></p>
        <h1>{t('replay.title')}</h1>
        <p className="soft">{t('replay.intro')}</p>
        <p><code>{caseId}</code></p>
        <p><Link to={`/onderzoek/${studyId}/zaak/${caseId}/anders`}>{t('otherwise.see')}</Link></p>
      </div>
      <div className={css.bar}>
        <DayField label={t('replay.asOf')} value={asOf} onChange={jump} />
        <Button aria-pressed={then} onClick={() => { setThen(!then); setAt(1); }}>{t('replay.asKnownThen')}</Button>
        {asOf !== '' && <Button look="quiet" onClick={() => jump('')}>{t('replay.whole')}</Button>}
      </div>
      {!replay && (failed ? <Problem sentence={sentence && says(sentence)} onAgain={askAgain} /> : <Loading rows={5} />)}
      {replay && replay.total === 0 && <p>{t('replay.nothing')}</p>}
      {replay && replay.total > 0 && (
        <>
          <div className={css.bar}>
            <Button disabled={at <= 1} onClick={() => setAt(at - 1)}>{t('replay.back')}</Button>
            <label className={css.slider}>
              <span className="visually-hidden">{t('replay.chooseStep')}</span>
              <input type="range" min={1} max={replay.total} value={Math.min(at, replay.total)} onChange={({ target }) => setAt(Number(target.value))} />
            </label>
            <Button look="main" disabled={at >= replay.total} onClick={() => setAt(at + 1)}>{t('replay.on')}</Button>
            <span role="status">{t('replay.of', { number: at, total: replay.total })}</span>
          </div>
          {step && <StepCard step={step} />}
          {replay.clocks.length > 0 && (
            <Card title={t('replay.clocks')}>
              <ul>{replay.clocks.map(({ rule, version, state, due }, n) => <li key={n}>{t('replay.clock', { rule, version, state: t(`clockStates.${state}`), due })}</li>)}</ul>
            </Card>
          )}
        </>
      )}
    </div>
  );
};
