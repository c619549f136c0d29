/** Every expected no of bringing in an outside log. `field` is a column or the number of a line in the file, never what stands there. */
export const importRefusals = {
  NOT_XES: { nl: 'Dit is geen XES-bestand.', en: 'This is no XES file.' },
  NOT_CSV: { nl: 'Dit CSV-bestand is niet te lezen.', en: 'This CSV file cannot be read.' },
  NO_COLUMN: { nl: 'Deze kolom ontbreekt.', en: 'This column is missing.' },
  MISSING: { nl: 'In deze regel ontbreekt de zaak of de activiteit.', en: 'The case or the activity is missing on this line.' },
  BAD_TIME: { nl: 'De tijd in deze regel is niet te lezen.', en: 'The time on this line cannot be read.' },
  AMBIGUOUS_TIME: { nl: 'Dag en maand zijn hier niet uit elkaar te houden; noem de tijdnotatie.', en: 'Day and month cannot be told apart here; name the time format.' },
  UNKNOWN_FORMAT: { nl: 'Deze tijdzone of tijdnotatie bestaat niet.', en: 'There is no such time zone or time format.' },
  EMPTY: { nl: 'Er staan geen gebeurtenissen in.', en: 'There are no events in it.' },
} as const satisfies Readonly<Record<string, { readonly nl: string; readonly en: string }>>;
export type ImportRefusal = keyof typeof importRefusals;
