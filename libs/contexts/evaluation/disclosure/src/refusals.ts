/** Every no of disclosure control, with its sentence. None of them says how few, or who. */
export const disclosureRefusals = {
  TOO_FEW: { nl: 'Hier staan te weinig mensen achter.', en: 'There are too few people behind this.' },
  DOMINATED: { nl: 'Eén bijdrage bepaalt dit cijfer te veel.', en: 'One contribution makes up too much of this figure.' },
  GROUP_DISCLOSURE: { nl: 'Dit zou iets zeggen over bijna iedereen in een groep.', en: 'This would tell something of nearly everybody in a group.' },
  CANNOT_BE_PROTECTED: { nl: 'Wat verborgen moet blijven, is hieruit terug te rekenen.', en: 'What must stay hidden could be computed from this.' },
  DIFFERENCING: { nl: 'Samen met een eerdere uitgave zou dit een kleine groep laten zien.', en: 'Together with an earlier release this would show a small group.' },
  TOO_ENTANGLED: { nl: 'Dit onderzoek heeft te veel uitgegeven om dit nog te kunnen controleren.', en: 'This study has released too much for this to be checked.' },
  NOT_A_TABLE: { nl: 'Een tabel heeft rijen, kolommen en hele aantallen.', en: 'A table has rows, columns and whole counts.' },
  NOT_A_FLOW: { nl: 'In elke stap blijft een deel van de vorige over.', en: 'Each stage keeps a part of the one before.' },
  POLICY_TOO_WEAK: { nl: 'Deze regels beschermen mensen te weinig.', en: 'These rules protect people too little.' },
} as const satisfies Readonly<Record<string, { readonly nl: string; readonly en: string }>>;
export type DisclosureRefusal = keyof typeof disclosureRefusals;
