import type { Sentences } from '@perspectief/edge';

export const directoryRefusals = [
  'UNKNOWN_AREA', 'UNKNOWN_TEAM', 'TEAM_OF_ANOTHER_AREA', 'AREA_CODE_NOT_PLAIN', 'NAME_MISSING', 'NAME_NOT_KEPT', 'NOT_AN_EXPERT', 'OWN_RECORD', 'LAST_OFFICER', 'OTHER_MUNICIPALITY',
  'IN_THE_FUTURE',
] as const;
export type DirectoryRefusal = (typeof directoryRefusals)[number];

export const directorySentences: Sentences<Exclude<DirectoryRefusal, 'IN_THE_FUTURE'>> = {
  UNKNOWN_AREA: { nl: 'Dit gebied bestaat niet. Maak het eerst aan.', en: 'There is no such area. Make it first.' },
  UNKNOWN_TEAM: { nl: 'Dit team bestaat niet. Maak het eerst aan.', en: 'There is no such team. Make it first.' },
  TEAM_OF_ANOTHER_AREA: { nl: 'Dit team werkt in een ander gebied. Kies een team van dit gebied.', en: 'This team works in another area. Choose a team of this area.' },
  AREA_CODE_NOT_PLAIN: {
    nl: 'De code van een gebied heeft kleine letters, cijfers en streepjes. Pas de code aan.',
    en: 'The code of an area has lower case letters, digits and hyphens. Change the code.',
  },
  NAME_MISSING: { nl: 'Een medewerker heeft een naam nodig. Vul de naam in.', en: 'A member of staff needs a name. Fill in the name.' },
  NAME_NOT_KEPT: {
    nl: 'De naam van een inwoner staat alleen in het dossier. Laat dit veld leeg.',
    en: 'The name of a resident stands in the file alone. Leave this field empty.',
  },
  NOT_AN_EXPERT: {
    nl: 'Dit veld hoort bij een ervaringsdeskundige. Laat het leeg, of kies die rol.',
    en: 'This field belongs to an experience expert. Leave it empty, or choose that role.',
  },
  OWN_RECORD: {
    nl: 'Je kunt je eigen rol en toegang niet wijzigen. Vraag een andere beheerder.',
    en: 'You cannot change your own role and access. Ask another administrator.',
  },
  LAST_OFFICER: {
    nl: 'Dit is de laatste privacyfunctionaris die in dienst blijft. Wijs eerst een andere aan, zonder laatste dag.',
    en: 'This is the last privacy officer who stays in service. Appoint another one first, without a last day.',
  },
  OTHER_MUNICIPALITY: { nl: 'Dit hoort bij een andere gemeente. Vraag het de beheerder daar.', en: 'This belongs to another municipality. Ask the administrator there.' },
};
