/** Every expected no of bringing in an outside log. `field` is a column or a row number, never what stands there. */
export const importRefusals = {
  NOT_XES: { nl: 'Dit is geen XES-bestand.', en: 'This is no XES file.' },
  NOT_CSV: { nl: 'Dit CSV-bestand is niet te lezen.', en: 'This CSV file cannot be read.' },
  NO_COLUMN: { nl: 'Deze kolom ontbreekt.', en: 'This column is missing.' },
  MISSING: { nl: 'In deze regel ontbreekt de zaak of de activiteit.', en: 'The case or the activity is missing in this row.' },
  BAD_TIME: { nl: 'De tijd in deze regel is niet te lezen.', en: 'The time in this row cannot be read.' },
  UNKNOWN_FORMAT: { nl: 'Deze tijdzone of tijdnotatie bestaat niet.', en: 'There is no such time zone or time format.' },
  EMPTY: { nl: 'Er staan geen gebeurtenissen in.', en: 'There are no events in it.' },
} as const satisfies Readonly<Record<string, { readonly nl: string; readonly en: string }>>;
export type ImportRefusal = keyof typeof importRefusals;
