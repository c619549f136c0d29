import { WHOLE_FILE, type Part } from './parts.js';
import { ME, MY_MUNICIPALITY, type RolePolicy } from './words.js';

const mine = { members: ME };

/** What those who help write down for each other, and how they keep somebody safe: every adult of the household reads the page. */
const OF_THE_TEAM: readonly Part[] = ['contacts', 'notes', 'debt-notes', 'safety'];

export const householdMember: RolePolicy = {
  role: 'household-member',
  rows: [
    {
      may: ['AcceptTandem', 'DeclineTandem', 'EndTandem', 'TellStory'],
      on: 'file',
      when: [mine],
      why: { nl: 'Het huishouden beslist over het tandem en vertelt het eigen verhaal.', en: 'The household decides on the tandem and tells its own story.' },
      source: 'domain.md 9',
      purpose: 'own-file',
    },
    {
      may: ['CorrectStory'],
      on: 'file',
      when: [{ ...mine, toldBy: ME }],
      why: { nl: 'Wie een verhaal vertelde, zet het recht.', en: 'Who told a story puts it right.' },
      source: 'domain.md 9',
      purpose: 'own-file',
    },
    {
      may: ['ConfirmReceipt'],
      on: 'request',
      when: [mine],
      why: { nl: 'Het huishouden bevestigt wat het kreeg.', en: 'The household confirms what it was given.' },
      source: 'domain.md 9',
      purpose: 'own-file',
    },
    {
      may: ['household', 'households', 'trajectory', 'clocks', 'timeline', 'trajectoryChanged', 'readerLog', 'readerLogExport', 'householdSpend', 'householdPurchases', 'householdExport'],
      on: 'file',
      when: [mine],
      parts: WHOLE_FILE.filter((part) => !OF_THE_TEAM.includes(part)),
      why: { nl: 'De eigen pagina, plan, geld en termijnen, en wie er keek; niet wat een ander lid alleen deelde, en geen taken voor de veiligheid.', en: 'The own page, plan, money and clocks, and who looked; not what another member shared alone, and no safety tasks.' },
      source: 'domain.md 9, PR-10',
      purpose: 'own-file',
    },
    {
      may: ['householdSpend'],
      on: 'pot',
      when: [{ municipality: MY_MUNICIPALITY }],
      parts: ['room'],
      why: { nl: 'Wat het eigen huishouden kreeg, uit welke pot ook.', en: 'What the own household had, from whatever pot.' },
      source: 'domain.md 9',
      purpose: 'own-file',
    },
    {
      may: ['people'],
      on: 'office',
      why: { nl: 'De namen van wie het huishouden helpen, en geen andere.', en: 'The names of who helps the household, and no others.' },
      source: 'domain.md 2, PR-10',
      purpose: 'own-file',
    },
  ],
};
