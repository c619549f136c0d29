import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { usePeople } from '../../data/people';
import { usePerson } from '../../session/session-provider';
import { usePots, type PotSummary } from '../pots/use-pots';
import { pseudonymOf } from './queue';
import css from './desk.module.css';

export interface RaiseForMe {
  readonly pot: PotSummary;
  readonly raise: PotSummary['proposedRaises'][number];
}

/** Higher ceilings that another holder proposed: they wait for this one. */
export const useRaisesForMe = (): readonly RaiseForMe[] => {
  const me = usePerson();
  const pots = usePots().found?.edges ?? [];
  return pots.flatMap(({ node: pot }) => pot.proposedRaises.filter(({ proposedBy }) => proposedBy !== me.id).map((raise) => ({ pot, raise })));
};

export const WaitingRaises = ({ raises }: { readonly raises: readonly RaiseForMe[] }) => {
  const { t } = useTranslation('desk');
  const { money } = useFormat();
  const offer = useOffer();
  const nameOf = usePeople(raises.map(({ raise }) => raise.proposedBy));
  if (raises.length === 0) return null;
  return (
    <ul className={css.rows} aria-label={t('raises.label')}>
      {raises.map(({ pot, raise: { trajectoryId, amount, proposedBy } }) => {
        const about = t('raises.about', { code: pseudonymOf(trajectoryId), amount: money(amount) });
        return (
          <li key={`${pot.id} ${trajectoryId}`} className={css.row}>
            <span className={css.top}>
              <span className={css.amount}>{money(amount)}</span>
              <Badge icon={<Users size={15} aria-hidden />}>{t('row.second')}</Badge>
            </span>
            <span className={css.area}>{t('raises.what')}</span>
            <span className={`${css.meta} dots`}>
              <span>{t('household', { code: pseudonymOf(trajectoryId) })}</span>
              <span>{t('raises.by', { who: nameOf(proposedBy) })}</span>
              <Link to={`/geld/${pot.id}`}>{pot.name}</Link>
            </span>
            <span><DeedButton small deed={offer('confirmCeilingRaise', { budgetId: pot.id, trajectoryId, amount }, { about })} /></span>
          </li>
        );
      })}
    </ul>
  );
};
