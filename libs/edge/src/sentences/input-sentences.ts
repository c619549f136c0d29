import type { SentencePair } from './sentence.js';

/** What to do when a field breaks a rule, by the name of the rule. Never with the value: that may be personal. */
export const inputSentences: Readonly<Record<string, SentencePair>> = {
  isDefined: { nl: 'Dit veld is verplicht. Vul het in.', en: 'This field is required. Fill it in.' },
  isUuid: {
    nl: 'Dit is geen geldig nummer. Gebruik een UUID in kleine letters.',
    en: 'This is not a valid id. Use a UUID in lower case.',
  },
  isAmount: {
    nl: 'Vul een bedrag in zoals 1234.50: zonder minteken, met een punt voor de centen.',
    en: 'Enter an amount such as 1234.50: no sign, with a point before the cents.',
  },
  isBusinessDate: {
    nl: 'Vul een datum in die bestaat, zoals 2024-01-31.',
    en: 'Enter a date that exists, such as 2024-01-31.',
  },
  isLocalDateTime: {
    nl: 'Vul een dag of tijdstip in dat bestaat, zoals 2024-01-31T10:30.',
    en: 'Enter a day or time that exists, such as 2024-01-31T10:30.',
  },
  isIn: { nl: 'Kies een waarde uit de lijst.', en: 'Choose a value from the list.' },
  isText: {
    nl: 'Deze tekst is leeg, te lang of bevat tekens die niet mogen. Pas de tekst aan.',
    en: 'This text is empty, too long, or holds characters that are not allowed. Change the text.',
  },
  isPosition: {
    nl: 'Geef de positie zoals een opdracht die teruggaf.',
    en: 'Give the position as a command answered it.',
  },
  isCode: {
    nl: 'Vul een korte tekst in op één regel, van hooguit 120 tekens.',
    en: 'Enter a short text on one line, of at most 120 characters.',
  },
  isWhole: {
    nl: 'Vul een heel getal in dat binnen de grenzen van dit veld ligt.',
    en: 'Enter a whole number within the limits of this field.',
  },
  isPercentage: {
    nl: 'Vul een percentage in zoals 0.75, van 0 tot en met 100.',
    en: 'Enter a percentage such as 0.75, from 0 to 100.',
  },
  isMonth: { nl: 'Vul een maand in zoals 2024-01.', en: 'Enter a month such as 2024-01.' },
  isHours: { nl: 'Vul een aantal uren in zoals 2 of 1.5.', en: 'Enter a number of hours such as 2 or 1.5.' },
  isKindOfLaw: {
    nl: 'Deze soort aanvraag hoort niet bij deze wet. Kies een soort die erbij past.',
    en: 'This kind of application does not belong to this law. Choose one that does.',
  },
  isBoolean: { nl: 'Kies ja of nee.', en: 'Choose yes or no.' },
  isList: {
    nl: 'Geef een lijst van hooguit 200 waarden.',
    en: 'Give a list of at most 200 values.',
  },
  isShortEnough: { nl: 'Deze periode is te lang voor één bestand. Kies een kortere periode.', en: 'This period is too long for one file. Choose a shorter one.' },
  isRecord: {
    nl: 'Dit veld heeft eigen velden. Vul die één voor één in.',
    en: 'This field has fields of its own. Fill them in one by one.',
  },
  isObject: { nl: 'De gegevens ontbreken. Stuur de velden met hun waarden.', en: 'The data are missing. Send the fields with their values.' },
  whitelistValidation: {
    nl: 'Dit veld hoort niet bij deze opdracht. Laat het weg.',
    en: 'This field is no part of the command. Leave it out.',
  },
};
