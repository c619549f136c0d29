import { staffNames } from './offices.js';
import { ME, MY_MUNICIPALITY, type RolePolicy } from './words.js';

const mine = { municipality: MY_MUNICIPALITY, experts: ME };

export const experienceExpert: RolePolicy = {
  role: 'experience-expert',
  rows: [
    {
      may: ['LogTandemContact', 'HoldCheckIn', 'MissCheckIn'],
      on: 'file',
      when: [mine],
      why: { nl: 'De ervaringsdeskundige legt eigen contacten en nazorggesprekken vast.', en: 'The expert records own contacts and check-ins.' },
      source: 'domain.md 9',
      purpose: 'tandem',
    },
    {
      may: ['CompleteAction'],
      on: 'file',
      when: [{ ...mine, givenTo: ME }],
      why: { nl: 'En zet de stappen die aan hem of haar zijn gegeven.', en: 'And takes the steps that were given to him or her.' },
      source: 'domain.md 9',
      purpose: 'tandem',
    },
    {
      may: ['trajectory', 'timeline', 'trajectoryChanged'],
      on: 'file',
      when: [mine],
      parts: ['summary', 'plan', 'stories', 'conversations', 'appointments', 'tandem', 'learning'],
      why: { nl: 'De gedeelde pagina, doelen en afspraken; geen schulden, bedragen, scores of notities van anderen.', en: 'The shared page, goals and appointments; no debts, amounts, scores or notes of others.' },
      source: 'domain.md 9, EX-06',
      purpose: 'tandem',
    },
    {
      may: ['trajectory', 'timeline'],
      on: 'file',
      when: [{ municipality: MY_MUNICIPALITY, tandem: ME }],
      parts: ['tandem-notes'],
      why: { nl: 'Wat het tandem opschrijft, lezen die twee alleen.', en: 'What the tandem writes down is read by those two alone.' },
      source: 'EX-06',
      purpose: 'tandem',
    },
    {
      may: ['household', 'households'],
      on: 'file',
      when: [mine],
      parts: ['summary', 'identity', 'members'],
      why: { nl: 'Wie het huishouden is dat voor dit tandem koos.', en: 'Who the household is that chose this tandem.' },
      source: 'domain.md 9',
      purpose: 'tandem',
    },
    {
      may: ['worklist', 'worklistChanged'],
      on: 'file',
      when: [mine],
      parts: ['tandem-work'],
      why: { nl: 'Stappen van het plan en nazorggesprekken.', en: 'Steps of the plan and check-ins.' },
      source: 'domain.md 9',
      purpose: 'tandem',
    },
    staffNames,
  ],
};
