import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Alert, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { usePeople } from '../../data/people';
import { usePerson } from '../../session/session-provider';
import { pseudonymOf } from '../desk/queue';
import type { Pot } from './use-pots';

/** Higher ceilings that one holder proposed: another confirms, who proposed it sees that it waits. */
export const Raises = ({ pot: { id: budgetId, proposedRaises } }: { readonly pot: Pot }) => {
  const { t } = useTranslation('pots');
  const { money } = useFormat();
  const offer = useOffer();
  const me = usePerson();
  const nameOf = usePeople(proposedRaises.map(({ proposedBy }) => proposedBy));
  return proposedRaises.map(({ trajectoryId, amount, proposedBy }) => {
    const said = { code: pseudonymOf(trajectoryId), amount: money(amount), who: nameOf(proposedBy) };
    const mine = proposedBy === me.id;
    return (
      <Alert key={trajectoryId} tone="wait" icon={<Hourglass />} title={t('raise.title', said)}
        actions={<DeedButton small deed={!mine && offer('confirmCeilingRaise', { budgetId, trajectoryId, amount }, { about: t('raise.title', said) })} />}>
        <p>{t(mine ? 'raise.mine' : 'raise.waits', said)}</p>
      </Alert>
    );
  });
};
