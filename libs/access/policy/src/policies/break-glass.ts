import { WHOLE_FILE } from './parts.js';
import { MY_GLASSES, MY_MUNICIPALITY, type PolicyRow } from './words.js';

/** What is seen through a broken glass. */
export const throughGlass: PolicyRow = {
  may: ['household', 'trajectory', 'clocks', 'timeline', 'trajectoryChanged'],
  on: 'file',
  when: [{ householdId: { $in: MY_GLASSES } }],
  parts: [...WHOLE_FILE, 'others-stories'],
  why: { nl: 'Noodtoegang geeft drie uur lang zicht op het hele dossier.', en: 'Emergency access shows the whole file for three hours.' },
  source: 'decision 13',
  purpose: 'break-glass',
};

/** Emergency access, the same for everybody who helps: to break a glass, and what is seen through one. */
export const breakingGlass: readonly PolicyRow[] = [
  {
    may: ['BreakGlass'],
    on: 'file',
    when: [{ municipality: MY_MUNICIPALITY }],
    why: { nl: 'In nood, met een reden: drie uur, gemeld en zichtbaar voor het huishouden.', en: 'In an emergency, with a reason: three hours, announced, and visible to the household.' },
    source: 'decision 13',
    purpose: 'break-glass',
  },
  throughGlass,
];
