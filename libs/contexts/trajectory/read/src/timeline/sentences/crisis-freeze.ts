import { dayInWords, monthInWords, said, saying, type EventType, type Sentences } from '../sentence.js';
import { breachWords, capital, creditorOf, freezeWords, instrumentWords, threatWords } from '../words.js';

const threatSentences = {
  ThreatReported: ({ data }) => {
    const what = threatWords[data.threat];
    const on = dayInWords(data.threatensOn);
    return said(`Er dreigt ${what.nl} op ${on.nl}.`, `There is a threat: ${what.en} on ${on.en}.`);
  },
  ThreatClosed: ({ data }) =>
    data.how === 'averted'
      ? said('De dreiging is afgewend.', 'The threat was averted.')
      : said('Wat dreigde, is gebeurd.', 'What threatened was carried out.'),
  ThreatPostponed: ({ data }) => {
    const on = dayInWords(data.threatensOn);
    return said(`De dreiging is uitgesteld tot ${on.nl}.`, `The threat was put off until ${on.en}.`);
  },
  SafetyTaskOpened: ({ data }) => {
    const on = dayInWords(data.dueOn);
    return said(`Er moet iets gebeuren voor de veiligheid, uiterlijk ${on.nl}.`, `Something must be done for safety, by ${on.en}.`);
  },
  SafetyTaskClosed: saying('De taak voor de veiligheid is klaar.', 'The safety task is done.'),
} satisfies Partial<Sentences<EventType>>;

export const crisisFreezeSentences = {
  ...threatSentences,
  FreezeRequested: ({ data }) => {
    const what = instrumentWords[data.instrument];
    return said(`Er is ${what.nl} aangevraagd.`, `The request was made for ${what.en}.`);
  },
  InterimOrderIssued: saying('De rechter zorgde voor rust tot het besluit er is.', 'The court ordered calm until it decides.'),
  FreezeGranted: ({ data }, page) => {
    const what = freezeWords(page, data.freezeId);
    const from = dayInWords(data.from);
    if (data.until === undefined) return said(`${capital(what.nl)} geldt vanaf ${from.nl}.`, `${capital(what.en)} runs from ${from.en}.`);
    const until = dayInWords(data.until);
    return said(
      `${capital(what.nl)} geldt van ${from.nl} tot en met ${until.nl}.`,
      `${capital(what.en)} runs from ${from.en} up to and including ${until.en}.`,
    );
  },
  FreezeDenied: ({ data }, page) => {
    const what = freezeWords(page, data.freezeId);
    return said(`${capital(what.nl)} is afgewezen.`, `${capital(what.en)} was denied.`);
  },
  CreditorResponded: ({ data }, page) => {
    const { nl, en } = creditorOf(page, data.debtId);
    return data.response === 'accepted'
      ? said(`${capital(nl)} wacht met innen.`, `${capital(en)} stands still.`)
      : said(`${capital(nl)} wil niet wachten met innen.`, `${capital(en)} does not stand still.`);
  },
  CurrentCostsConfirmed: ({ data }) => {
    const month = monthInWords(data.month);
    return said(`De vaste lasten van ${month.nl} zijn op tijd betaald.`, `The current costs of ${month.en} were paid on time.`);
  },
  FreezeBreached: ({ data }) => breachWords[data.what],
  FreezeExtended: ({ data }, page) => {
    const what = freezeWords(page, data.freezeId);
    const until = dayInWords(data.until);
    return said(`${capital(what.nl)} duurt langer: tot en met ${until.nl}.`, `${capital(what.en)} lasts longer: until ${until.en}.`);
  },
  FreezeLifted: ({ data }, page) => {
    const what = freezeWords(page, data.freezeId);
    return said(`${capital(what.nl)} is eerder gestopt.`, `${capital(what.en)} ended early.`);
  },
  FreezeExpired: ({ data }, page) => {
    const what = freezeWords(page, data.freezeId);
    return said(`${capital(what.nl)} is voorbij.`, `${capital(what.en)} is over.`);
  },
  CourtReportSent: saying('De rechter kreeg een verslag van de rustperiode.', 'The court got a report on the freeze.'),
} satisfies Partial<Sentences<EventType>>;
