import { useTranslation } from 'react-i18next';
import { Card, ChecksField, ChoiceField, SelectField, TextArea, TextField } from '@perspectief/ui';
import { ArmFields } from './arm-fields';
import { ANALYSES, ATTRIBUTES, COMPETING, CONTRASTS, ENDINGS, EVENTS, type CardDraft } from './card-draft';
import { ConditionFields } from './condition-fields';
import type { Problems } from './problems';
import { useProblem } from './use-problem';
import css from './draft.module.css';

interface Fields {
  readonly card: CardDraft;
  readonly problems: Problems;
  readonly change: (part: Partial<CardDraft>) => void;
}

/** One card for each part of a target trial, in the order in which it is thought through. */
export const CardForm = ({ card, problems, change }: Fields) => {
  const { t } = useTranslation('studies');
  const problem = useProblem(problems);
  const choices = (group: string, codes: readonly string[]) => codes.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <>
      <Card title={t('draft.parts.question')} intro={<p>{t('draft.parts.questionIntro')}</p>}>
        <div className={css.fields}>
          <TextArea label={t('draft.question')} hint={t('draft.questionHint')} value={card.question} error={problem('question')} onChange={(question) => change({ question })} />
          <TextField label={t('draft.purpose')} value={card.purpose} error={problem('purpose')} onChange={(purpose) => change({ purpose })} />
          <TextField label={t('draft.legalBasis')} hint={t('draft.legalBasisHint')} value={card.legalBasis} error={problem('legalBasis')} onChange={(legalBasis) => change({ legalBasis })} />
        </div>
      </Card>
      <Card title={t('draft.parts.who')} intro={<p>{t('draft.parts.whoIntro')}</p>}>
        <div className={css.fields}>
          <TextField label={t('draft.municipalities')} hint={t('draft.municipalitiesHint')} optional value={card.municipalities} onChange={(municipalities) => change({ municipalities })} />
          <ConditionFields name={t('draft.parts.who')} value={card.eligibility} problems={problems} onChange={(eligibility) => change({ eligibility })} />
        </div>
      </Card>
      <Card title={t('draft.parts.begin')} intro={<p>{t('draft.parts.beginIntro')}</p>}>
        <div className={css.fields}>
          <SelectField label={t('draft.timeZero')} placeholder={t('draft.choose')} value={card.timeZero} error={problem('timeZero')} onChange={(timeZero) => change({ timeZero })} options={choices('events', EVENTS)} />
        </div>
      </Card>
      <Card title={t('draft.parts.arms')} intro={<p>{t('draft.parts.armsIntro')}</p>}>
        <div className={css.fields}>
          {problem('arms') && <p role="alert">{problem('arms')}</p>}
          <ArmFields value={card.arms} problems={problems} onChange={(arms) => change({ arms })} />
        </div>
      </Card>
      <Card title={t('draft.parts.outcome')} intro={<p>{t('draft.parts.outcomeIntro')}</p>}>
        <div className={css.fields}>
          <SelectField label={t('draft.outcome')} placeholder={t('draft.choose')} value={card.outcome} error={problem('outcome')} onChange={(outcome) => change({ outcome })} options={choices('events', EVENTS)} />
          <TextField label={t('draft.outcomeSays')} hint={t('draft.outcomeSaysHint')} value={card.outcomeSays} error={problem('outcomeSays')} onChange={(outcomeSays) => change({ outcomeSays })} />
        </div>
      </Card>
      <Card title={t('draft.parts.follow')} intro={<p>{t('draft.parts.followIntro')}</p>}>
        <div className={css.fields}>
          <TextField label={t('draft.followUpDays')} type="number" value={card.followUpDays} error={problem('followUpDays')} onChange={(followUpDays) => change({ followUpDays })} />
          <ChecksField label={t('draft.censoring')} value={card.censoring} error={problem('censoring')} options={choices('endings', ENDINGS)}
            onChange={(censoring) => change({ censoring, informative: card.informative.filter((one) => censoring.includes(one)) })} />
          {card.censoring.length > 0 && (
            <ChecksField label={t('draft.informative')} hint={t('draft.informativeHint')} optional value={card.informative} options={choices('endings', card.censoring)} onChange={(informative) => change({ informative })} />
          )}
          <ChecksField label={t('draft.competing')} hint={t('draft.competingHint')} optional value={card.competing} options={choices('endings', COMPETING)} onChange={(competing) => change({ competing })} />
        </div>
      </Card>
      <Card title={t('draft.parts.analysis')} intro={<p>{t('draft.parts.analysisIntro')}</p>}>
        <div className={css.fields}>
          <ChoiceField label={t('draft.contrast')} value={card.contrast} options={CONTRASTS.map((value) => ({ value, label: t(`contrasts.${value}`), note: t(`contrastNotes.${value}`) }))} onChange={(contrast) => change({ contrast })} />
          <ChecksField label={t('draft.analysis')} value={card.analysis} error={problem('analysis')} options={choices('analyses', ANALYSES)} onChange={(analysis) => change({ analysis })} />
          <ChecksField label={t('draft.subgroups')} hint={t('draft.subgroupsHint')} optional value={card.subgroups} options={choices('attributes', ATTRIBUTES)} onChange={(subgroups) => change({ subgroups })} />
        </div>
      </Card>
    </>
  );
};
