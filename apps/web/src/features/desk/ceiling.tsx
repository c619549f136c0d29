import { useTranslation } from 'react-i18next';
import { centsOf, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import type { NameOf } from '../../data/people';
import { usePerson } from '../../session/session-provider';
import type { DecisionRecord } from './request';
import { pseudonymOf } from './queue';
import css from './desk.module.css';

/** What this household had of its ceiling, and the way to a higher one: one holder proposes, another confirms. */
export const Ceiling = ({ record: { household, request }, nameOf }: { readonly record: DecisionRecord; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('desk');
  const { money } = useFormat();
  const offer = useOffer();
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
          ? <DeedButton small deed={offer('confirmCeilingRaise', { ...given, amount: proposedRaise.amount }, { about: t('ceiling.confirmAbout', { about, amount: money(proposedRaise.amount) }) })} />
          : <DeedButton small look="quiet" deed={offer('proposeCeilingRaise', given, { about })} />}
      </p>
    </div>
  );
};
