import { throughGlass } from './break-glass.js';
import { WHOLE_FILE } from './parts.js';
import { MY_GLASSES, MY_MUNICIPALITY, type PolicyRow, type RolePolicy } from './words.js';

/** Names and places of staff: no file is in it, and nobody works without them. */
export const staffNames: PolicyRow = {
  may: ['people', 'teams', 'areas'],
  on: 'office',
  why: { nl: 'Wie waar werkt; bewoners staan er niet in.', en: 'Who works where; residents are not in it.' },
  source: 'domain.md 2',
  purpose: 'administration',
};

const ownTown = [{ municipality: MY_MUNICIPALITY }];

/** Works through the evaluation service, on figures without persons; in casework nothing. */
export const evaluator: RolePolicy = {
  role: 'evaluator',
  rows: [
    {
      may: ['studies', 'study', 'jobs', 'job', 'DraftStudy', 'ApproveStudy', 'FreezeCohort', 'CancelJob'],
      on: 'study',
      when: ownTown,
      why: { nl: 'De onderzoeker schrijft op wat wordt vergeleken, vóór iemand kijkt; een tweede keurt het goed.', en: 'The evaluator writes down what is compared before anybody looks; a second one agrees.' },
      source: 'domain.md 9',
      purpose: 'evaluation',
    },
    {
      may: ['releases', 'release', 'ReleaseFigures'],
      on: 'study',
      when: ownTown,
      why: { nl: 'Veilige cijfers: alleen wat niemand laat herkennen.', en: 'Safe aggregates: only what lets nobody be recognised.' },
      source: 'rules.md 8, domain.md 9',
      purpose: 'evaluation',
    },
    staffNames,
  ],
};

/** Works on cases under pseudonyms, in a secured environment and under agreement; lets no figure out. */
export const microdataEvaluator: RolePolicy = {
  role: 'microdata-evaluator',
  rows: [
    {
      may: ['studies', 'study', 'jobs', 'job', 'FreezeCohort', 'CancelJob'],
      on: 'study',
      when: ownTown,
      why: { nl: 'De microdata-onderzoeker leest de goedgekeurde kaart en legt vast om wie het gaat.', en: 'The microdata evaluator reads the card that was agreed on, and fixes who is in.' },
      source: 'domain.md 9',
      purpose: 'evaluation',
    },
    {
      may: ['studyCases', 'replay', 'counterfactual', 'dataSets', 'CutDataset', 'dataset-file', 'dataset-archive'],
      on: 'study',
      when: ownTown,
      why: { nl: 'Gegevens per zaak onder schuilnaam, voor een goedgekeurd onderzoek, in een beveiligde omgeving.', en: 'Data by case under pseudonyms, for an approved study, in a secured environment.' },
      source: 'rules.md 8, domain.md 9',
      purpose: 'evaluation',
    },
    staffNames,
  ],
};

/** People, teams and areas; no files. */
export const administrator: RolePolicy = {
  role: 'administrator',
  rows: [
    {
      may: ['PutPerson', 'PutTeam', 'PutArea'],
      on: 'office',
      why: { nl: 'De beheerder houdt mensen, teams en gebieden bij.', en: 'The administrator keeps people, teams and areas.' },
      source: 'domain.md 9',
      purpose: 'administration',
    },
    {
      may: ['projectionStatus'],
      on: 'office',
      why: { nl: 'Hoe ver de overzichten achterlopen; er staat niets van een dossier in.', en: 'How far read models trail; nothing of a file is in it.' },
      source: 'domain.md 9',
      purpose: 'administration',
    },
    staffNames,
  ],
};

const hereOnly = [{ municipality: MY_MUNICIPALITY }];

export const privacyOfficer: RolePolicy = {
  role: 'privacy-officer',
  rows: [
    {
      may: ['studies', 'study', 'jobs', 'job', 'ApproveStudy', 'releases', 'release', 'DestroyStudyKey', 'studyLog'],
      on: 'study',
      when: hereOnly,
      why: { nl: 'Toezicht op onderzoek: kaarten goedkeuren, zien wat naar buiten ging en wie wat vroeg, de sleutel vernietigen.', en: 'Oversight of studies: approving cards, seeing what left and who asked for what, destroying the key.' },
      source: 'domain.md 9',
      purpose: 'oversight',
    },
    {
      may: ['EraseHousehold', 'EraseLawData', 'RestrictHousehold', 'LiftRestriction'],
      on: 'file',
      when: hereOnly,
      why: { nl: 'Wissen en afschermen zijn van de privacyfunctionaris, zonder het dossier te lezen.', en: 'Erasing and restricting are the privacy officer\'s, without reading the file.' },
      source: 'domain.md 9, PR-07',
      purpose: 'oversight',
    },
    {
      may: ['readerLog', 'readerLogExport'],
      on: 'file',
      when: hereOnly,
      parts: ['office'],
      why: { nl: 'Wie keek in welk dossier.', en: 'Who looked at which file.' },
      source: 'domain.md 9, PR-10',
      purpose: 'oversight',
    },
    {
      may: ['looks', 'deniedTries', 'breakGlasses', 'breakGlassesChanged'],
      on: 'office',
      parts: ['office'],
      why: { nl: 'Toezicht op wie keek, wie werd geweigerd en wie noodtoegang nam.', en: 'Oversight of who looked, who was refused and who took emergency access.' },
      source: 'domain.md 9, PR-10',
      purpose: 'oversight',
    },
    {
      may: ['ReviewBreakGlass'],
      on: 'file',
      when: hereOnly,
      why: { nl: 'Iedere noodtoegang wordt nagekeken, niet door wie haar nam.', en: 'Every emergency access is reviewed, not by who took it.' },
      source: 'decision 13',
      purpose: 'oversight',
    },
    {
      may: ['retentionDue'],
      on: 'office',
      parts: ['office'],
      why: { nl: 'Van welke huishoudens de bewaartermijn om is: nummers en dagen, geen namen.', en: 'Of which households the retention has ended: numbers and days, no names.' },
      source: 'domain.md 9, PR-07',
      purpose: 'oversight',
    },
    {
      may: ['BreakGlass'],
      on: 'file',
      when: hereOnly,
      why: { nl: 'Een dossier lezen kan alleen met noodtoegang.', en: 'A file is read by emergency access alone.' },
      source: 'domain.md 9',
      purpose: 'break-glass',
    },
    throughGlass,
    {
      may: ['householdExport'],
      on: 'file',
      when: [{ householdId: { $in: MY_GLASSES } }],
      parts: [...WHOLE_FILE, 'others-stories', 'facts'],
      why: { nl: 'Wie om inzage vraagt krijgt alles; de functionaris neemt daarvoor noodtoegang, met die reden.', en: 'Who asks for access gets all of it; the officer takes emergency access for it, with that reason.' },
      source: 'domain.md 9, PR-09',
      purpose: 'break-glass',
    },
    staffNames,
  ],
};
