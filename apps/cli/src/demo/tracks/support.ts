import { addDays, type BusinessDate } from '@perspectief/kernel';
import type { History } from '../history.js';

/** A report under the Wmo, looked into, and a provision applied for and decided. */
export const wmo = (h: History, from: BusinessDate): BusinessDate => {
  h.does(from, 'coach', 'ReceiveApplication', { applicationId: h.id('wmo-report'), law: 'wmo', kind: 'support-report' });
  const looked = h.later(from, 14, 40);
  h.does(looked, 'coach', 'CompleteInvestigation', { applicationId: h.id('wmo-report') });
  const applied = h.later(looked, 1, 4);
  h.does(applied, 'coach', 'ReceiveApplication', { applicationId: h.id('wmo-provision'), law: 'wmo', kind: 'provision' });
  const decided = h.later(applied, 6, h.roll.chance(0.2) ? 25 : 12);
  h.does(decided, 'coach', 'DecideApplication', { applicationId: h.id('wmo-provision'), outcome: 'granted' });
  return decided;
};

/** A youth provision; papers are asked for, and the clock stands meanwhile. */
export const youth = (h: History, from: BusinessDate): BusinessDate => {
  const applicationId = h.id('youth');
  h.does(from, 'coach', 'ReceiveApplication', { applicationId, law: 'jeugd', kind: 'youth-provision' });
  const asked = h.later(from, 4, 14);
  h.does(asked, 'coach', 'SuspendClock', { applicationId, reason: 'supplement-requested', from: asked });
  const complete = h.later(asked, 4, 16);
  h.does(complete, 'coach', 'ResumeClock', { applicationId, on: complete });
  const decided = h.later(complete, 12, 40);
  h.does(decided, 'coach', 'DecideApplication', { applicationId, outcome: h.roll.pick(['granted', 'granted', 'partly-granted', 'refused'] as const) });
  return decided;
};

/** General assistance: an advance while the decision takes its time. */
export const assistance = (h: History, from: BusinessDate): BusinessDate => {
  const applicationId = h.id('assistance');
  h.does(from, 'coach', 'ReceiveApplication', { applicationId, law: 'participatiewet', kind: 'general-assistance' });
  const advanced = h.later(from, 18, 27);
  h.does(advanced, 'coach', 'RecordAdvance', { applicationId, amount: '980.00' });
  const decided = h.later(advanced, 8, 24);
  h.does(decided, 'coach', 'DecideApplication', { applicationId, outcome: 'granted' });
  return decided;
};

const specialAssistance = (h: History, from: BusinessDate): void => {
  const applicationId = h.id('special');
  h.does(from, 'coach', 'ReceiveApplication', { applicationId, law: 'participatiewet', kind: 'special-assistance' });
  const decided = h.later(from, 20, 54);
  if (!h.slips(decided, 0.5)) h.does(decided, 'coach', 'DecideApplication', { applicationId, outcome: 'granted' });
};

/** What goes on beside the debts in many households. */
export const besides = (h: History, from: BusinessDate): void => {
  if (h.roll.chance(0.25)) wmo(h, h.later(from, 3, 40));
  if (h.roll.chance(0.2)) youth(h, h.later(from, 3, 60));
  if (h.roll.chance(0.2)) specialAssistance(h, h.later(from, 3, 90));
  if (h.roll.chance(0.3)) shareData(h, from);
};

const shareData = (h: History, on: BusinessDate): void =>
  h.household(on, 'RecordSharingGround', {
    groundId: h.id(),
    law: 'schuldhulp',
    purpose: 'one-plan',
    ground: 'consent',
    domains: ['wmo', 'participatiewet'],
    validUntil: addDays(on, 365),
  });
