import { Check, CircleAlert, Clock, Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, useFormat } from '@perspectief/ui';
import { useTerm } from '../../../terms/use-term';
import type { Trajectory } from '../page-context';

type ClockOf = Trajectory['clocks'][number];

/** How a term stands, in words and form. */
export const ClockBadge = ({ clock, day }: { readonly clock: ClockOf; readonly day: string }) => {
  const { t } = useTranslation('household');
  const { relative, shortDay } = useFormat();
  const term = useTerm();
  if (clock.state === 'suspended') return <Badge tone="planned" icon={<Pause size={15} aria-hidden />}>{term('clockState', clock.state)}</Badge>;
  if (clock.state === 'met' || clock.state === 'met-late')
    return <Badge tone={clock.state === 'met' ? 'done' : 'wait'} icon={<Check size={15} aria-hidden />}>{t('terms.met', { what: term('clockState', clock.state), day: clock.metOn ? shortDay(clock.metOn) : '' })}</Badge>;
  if (clock.state === 'lapsed') return <Badge>{term('clockState', 'lapsed')}</Badge>;
  if (clock.due < day) return <Badge tone="late" icon={<CircleAlert size={15} aria-hidden />}>{relative(clock.due, day)}</Badge>;
  return <Badge tone={(clock.daysLeft ?? 99) <= 7 ? 'wait' : 'busy'} icon={<Clock size={15} aria-hidden />}>{relative(clock.due, day)}</Badge>;
};
