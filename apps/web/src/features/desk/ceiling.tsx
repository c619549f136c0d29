import { useTranslation } from 'react-i18next';
import { Button, centsOf, useFormat } from '@perspectief/ui';
import { useForms } from '../../commands/forms-provider';
import type { NameOf } from '../../data/people';
import { usePerson } from '../../session/session-provider';
import type { DecisionRecord } from './request';
import { pseudonymOf } from './queue';
import css from './desk.module.css';

/** What this household had of its ceiling, and the way to a higher one: one holder proposes, another confirms. */
export const Ceiling = ({ record: { household, request }, nameOf }: { readonly record: DecisionRecord; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('desk');
  const { t: command } = useTranslation('commands');
  const { money } = useFormat();
  const open = useForms();
  const me = usePerson();
  const ceiling = Math.max(1, centsOf(household.ceiling));
  const used = ceiling - centsOf(household.left);
  const { proposedRaise } = household;
  const given = { budgetId: request.budgetId, trajectoryId: request.trajectoryId };
  const about = t('ceiling.about', { code: pseudonymOf(request.trajectoryId), ceiling: money(household.ceiling) });
  return (
    <div className={css.ceiling}>
      <p>{t('impact.ceiling', { used: money(used), ceiling: money(household.ceiling), left: money(household.left) })}</p>
      <div className={css.bar} aria-hidden><div className={css.stays} style={{ width: `${Math.min(100, (used / ceiling) * 100)}%` }} /></div>
      {proposedRaise && <p className={css.raise}>{t('ceiling.proposed', { who: nameOf(proposedRaise.proposedBy), amount: money(proposedRaise.amount) })}</p>}
      <p data-screen-only>
        {proposedRaise && proposedRaise.proposedBy !== me.id
          ? <Button small onClick={() => open('confirmCeilingRaise', { ...given, amount: proposedRaise.amount }, { about: t('ceiling.confirmAbout', { about, amount: money(proposedRaise.amount) }) })}>{command('confirmCeilingRaise.title')}</Button>
          : <Button small look="quiet" onClick={() => open('proposeCeilingRaise', given, { about })}>{command('proposeCeilingRaise.title')}</Button>}
      </p>
    </div>
  );
};
