import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '@perspectief/ui';
import type { ShownStudy } from './shown';
import { useCardWords } from './use-card-words';
import css from './studies.module.css';

/** All that was agreed on, in words: who approves reads this. */
export const CardShown = ({ study, mayWrite }: { readonly study: ShownStudy; readonly mayWrite: boolean }) => {
  const { t } = useTranslation('studies');
  const { eventOf, conditionOf, named } = useCardWords();
  const { card } = study;
  const conditions = (all: typeof card.eligibility) => all.map(conditionOf).join('; ');
  const lines: readonly (readonly [string, string])[] = [
    [t('card.municipalities'), card.municipalities.join(', ')],
    [t('card.eligibility'), conditions(card.eligibility) || t('card.everybody')],
    [t('card.timeZero'), eventOf(card.timeZero.event)],
    ...card.arms.map(({ name, when }) => [t('card.arm', { name }), conditions(when)] as const),
    [t('card.outcome'), `${card.outcome.says} (${eventOf(card.outcome.event)})`],
    [t('card.followUp'), t('days', { count: card.followUpDays })],
    [t('card.censoring'), card.censoring.map(({ reason, informative }) => `${named('endings', reason)}${informative ? ` (${t('card.informative')})` : ''}`).join(', ')],
    [t('card.competing'), card.competing.map((reason) => named('endings', reason)).join(', ') || t('nothing')],
    [t('card.contrast'), named('contrasts', card.contrast)],
    [t('card.analysis'), card.analysis.map((one) => named('analyses', one)).join(', ')],
    ...(card.subgroups.length > 0 ? [[t('card.subgroups'), card.subgroups.map((one) => named('attributes', one)).join(', ')] as const] : []),
    [t('card.purpose'), `${card.purpose}; ${card.legalBasis}`],
  ];
  return (
    <Card title={t('card.title', { version: study.version })} actions={mayWrite && <Link to={`/onderzoek/${study.id}/kaart`}>{t('card.again')}</Link>}>
      <dl className={css.lines}>{lines.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <p className={css.hash}>{t('card.hash')} <code>{study.hash}</code></p>
    </Card>
  );
};
