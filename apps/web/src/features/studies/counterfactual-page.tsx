import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { CounterfactualOfDocument, type CounterfactualOfQuery } from '@perspectief/graphql-contract/studies';
import { Alert, Card, Loading, Problem, SelectField, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { useAsked } from '../../data/evaluation';
import { Cells } from './cells';
import { RULE_SETS } from './rule-sets';
import css from './studies.module.css';

type Otherwise = CounterfactualOfQuery['counterfactual'];

const Shown = ({ otherwise }: { readonly otherwise: Otherwise }) => {
  const { t } = useTranslation('studies');
  const { shortDay, says } = useFormat();
  const { decisions, clocks, preferentialShift, concurrentShift, approvalsBefore, approvalsAfter, daysWaiting, decidedAgain, notComparable } = otherwise;
  const missed = (is: boolean, late: number): string => (is ? t('otherwise.late', { count: late }) : t('otherwise.inTime'));
  const due = (day: string | null): string => (day === null ? t('replay.noClock') : shortDay(day));
  return (
    <>
      <Alert tone="wait" icon={<Copy />} title={t('otherwise.copy')}><p>{says(otherwise.says)} {t('otherwise.copyWhy')}</p></Alert>
      <Card title={t('otherwise.decisions')} intro={<p>{t('otherwise.decided', { count: decidedAgain })} {notComparable > 0 && t('otherwise.notComparable', { count: notComparable })}</p>}>
        {decisions.length === 0 ? <p className="soft">{t('otherwise.none')}</p> : (
          <Cells caption={t('otherwise.decisions')} hideCaption words={4} head={[t('figure.what'), t('otherwise.on'), t('replay.before'), t('otherwise.after')]}
            rows={decisions.map(({ command, on, before, after, hypothetical }) => [`${command}${hypothetical ? ` (${t('otherwise.hypothetical')})` : ''}`, shortDay(on), before, after])} />
        )}
      </Card>
      <Card title={t('otherwise.clocks')}>
        {clocks.length === 0 ? <p className="soft">{t('otherwise.noClock')}</p> : (
          <Cells caption={t('otherwise.clocks')} hideCaption words={5} head={[t('otherwise.term'), t('otherwise.dueBefore'), t('otherwise.dueAfter'), t('replay.before'), t('otherwise.after')]}
            rows={clocks.map(({ rule, dueBefore, dueAfter, missedBefore, missedAfter, daysLateBefore, daysLateAfter }) =>
              [rule, due(dueBefore), due(dueAfter), missed(missedBefore, daysLateBefore), missed(missedAfter, daysLateAfter)])} />
        )}
      </Card>
      <Card title={t('otherwise.costs')}>
        <Cells caption={t('otherwise.costs')} hideCaption head={[t('figure.what'), t('otherwise.difference')]}
          rows={[
            [t('otherwise.preferential'), preferentialShift], [t('otherwise.concurrent'), concurrentShift], [t('otherwise.approvals'), approvalsAfter - approvalsBefore],
            [t('otherwise.waiting'), daysWaiting ?? t('otherwise.unknown')],
          ]} />
      </Card>
    </>
  );
};

/** One case under other rules: read on a copy, and nowhere kept. */
export const CounterfactualPage = () => {
  const { t } = useTranslation('studies');
  const { says } = useFormat();
  const { studyId = '', caseId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const ruleSet = search.get('regels') ?? RULE_SETS[0];
  const { found, failed, sentence, askAgain } = useAsked(CounterfactualOfDocument, { studyId, caseId, ruleSet });
  useTitle(t('otherwise.title'));
  const otherwise = found?.counterfactual;
  return (
    <div className={`stack ${css.page}`}>
      <div>
        <p><Link to={`/onderzoek/${studyId}/zaak/${caseId}`}>{t('otherwise.back')}</Link></p>
        <h1>{t('otherwise.title')}</h1>
        <p><code>{caseId}</code></p>
      </div>
      <SelectField label={t('otherwise.rules')} placeholder={t('draft.choose')} value={ruleSet} onChange={(chosen) => setSearch(chosen === '' ? {} : { regels: chosen }, { replace: true })}
        options={RULE_SETS.map((value) => ({ value, label: t(`ruleSets.${value}`) }))} />
      {failed && <Problem sentence={sentence && says(sentence)} onAgain={askAgain} />}
      {!otherwise && !failed && <Loading rows={5} />}
      {otherwise && !failed && <Shown otherwise={otherwise} />}
    </div>
  );
};
