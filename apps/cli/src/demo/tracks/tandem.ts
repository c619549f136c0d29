import { addDays, type BusinessDate } from '@perspectief/kernel';
import type { History } from '../history.js';

const contacts = (h: History, from: BusinessDate, until: BusinessDate): void => {
  for (let on = h.later(from, 7, 20); on < until; on = h.later(on, 25, 50))
    h.does(on, 'expert', 'LogTandemContact', { contactId: h.id(), kind: h.roll.pick(['home-visit', 'home-visit', 'call', 'walk'] as const), minutes: h.roll.between(3, 12) * 10 });
};

const propose = (h: History, on: BusinessDate, expertId: string): void =>
  h.does(on, 'coach', 'ProposeTandem', { tandemId: h.id(), coachId: h.crew.coach, expertId });

/** Coach and experience expert beside the household, for as long as it wants. */
export const tandem = (h: History, from: BusinessDate, months: number): void => {
  propose(h, from, h.crew.expert);
  const started = h.later(from, 2, 14);
  h.does(started, 'coach', 'AcceptTandem');
  const until = h.later(started, months * 30);
  contacts(h, started, until);
  h.does(until, 'coach', 'EndTandem', { reason: 'doelen bereikt' });
};

/** The household decides: no. Some say yes to somebody else. */
export const declinedTandem = (h: History, from: BusinessDate): void => {
  propose(h, from, h.crew.expert);
  const declined = h.later(from, 1, 10);
  h.does(declined, 'coach', 'DeclineTandem', { reason: 'nu te veel mensen over de vloer' });
  if (!h.roll.chance(0.5)) return;
  const again = h.later(declined, 30, 60);
  propose(h, again, h.crew.otherExpert);
  h.does(h.later(again, 1, 7), 'coach', 'AcceptTandem');
};

/** A coach leaves, a colleague takes over; the expert rests for a while. */
export const troubledTandem = (h: History, from: BusinessDate): void => {
  propose(h, from, h.crew.expert);
  const started = h.later(from, 2, 14);
  h.does(started, 'coach', 'AcceptTandem');
  contacts(h, started, addDays(started, 55));
  const paused = h.later(started, 60, 70);
  h.does(paused, 'coach', 'PauseTandem');
  const resumed = h.later(paused, 20, 40);
  h.does(resumed, 'coach', 'ResumeTandem');
  const replaced = h.later(resumed, 5, 20);
  if (h.roll.chance(0.5)) h.does(replaced, 'coach', 'ReplaceExpert', { expertId: h.crew.otherExpert });
  else h.does(replaced, 'coach', 'ReplaceCoach', { coachId: h.crew.colleague });
};
