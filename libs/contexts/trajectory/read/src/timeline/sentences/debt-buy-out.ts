import { amountInWords, dayInWords, said, saying, withAmount, type EventType, type Sentences } from '../sentence.js';
import { capital, creditorOf, methodWords } from '../words.js';

const offerSentences = {
  BuyOutDrafted: ({ data }) => {
    const how = methodWords[data.method];
    return withAmount(
      `Er is een voorstel gemaakt voor de schuldeisers (${how.nl}): samen {}.`,
      `A proposal for the creditors was made (${how.en}): {} in all.`,
      data.divisible,
    );
  },
  OffersSent: ({ data }) => {
    const by = dayInWords(data.respondBy);
    return said(`De schuldeisers kregen het voorstel. Zij antwoorden uiterlijk ${by.nl}.`, `The creditors got the offers. They answer by ${by.en}.`);
  },
  OfferAccepted: ({ data }, page) => {
    const { nl, en } = creditorOf(page, data.debtId);
    return said(`${capital(nl)} gaat akkoord.`, `${capital(en)} agreed.`);
  },
  OfferRefused: ({ data }, page) => {
    const { nl, en } = creditorOf(page, data.debtId);
    return said(`${capital(nl)} gaat niet akkoord.`, `${capital(en)} refused.`);
  },
  OfferLapsed: ({ data }, page) => {
    const { nl, en } = creditorOf(page, data.debtId);
    return said(`${capital(nl)} gaf geen antwoord op tijd. Dat telt niet als ja.`, `${capital(en)} did not answer in time. That is no yes.`);
  },
  ForcedSettlementAsked: saying(
    'Aan de rechter is gevraagd om de anderen mee te laten doen.',
    'The court was asked to make the others agree.',
  ),
  CourtRuled: ({ data }) =>
    data.granted
      ? said('De rechter besloot dat alle schuldeisers mee moeten doen.', 'The court ruled that all creditors must agree.')
      : said('De rechter wees het verzoek af.', 'The court denied the request.'),
} satisfies Partial<Sentences<EventType>>;

const paymentSentences = {
  FundingRequested: ({ data }) =>
    data.from === 'credit-bank'
      ? withAmount('Bij de kredietbank is {} aangevraagd.', '{} was asked for at the credit bank.', data.amount)
      : withAmount('Uit het gezamenlijke budget is {} aangevraagd.', '{} was asked for from the pooled budget.', data.amount),
  FundingConfirmed: saying('Het geld voor de schuldeisers is er.', 'The money for the creditors is there.'),
  FundingRefused: saying('Het geld voor de schuldeisers is niet gegeven.', 'The money for the creditors was refused.'),
  CreditorPaid: ({ data }, page) => {
    const { nl, en } = creditorOf(page, data.debtId);
    return withAmount(`${capital(nl)} kreeg {}.`, `${capital(en)} got {}.`, data.amount);
  },
  DebtDischarged: ({ data }, page) => {
    const { nl, en } = creditorOf(page, data.debtId);
    return withAmount(`${capital(nl)} schold de rest kwijt: {}.`, `${capital(en)} gave up the rest: {}.`, data.amount);
  },
  BuyOutPaid: ({ data }) => withAmount('Alle schuldeisers zijn betaald, samen {}.', 'All creditors are paid, {} in all.', data.amount),
  BuyOutFailed: ({ data }) =>
    data.cause === 'replaced'
      ? said('Er komt een nieuw voorstel voor de schuldeisers.', 'A new proposal replaces this one.')
      : said('Dit voorstel gaat niet door.', 'This buy-out goes no further.'),
} satisfies Partial<Sentences<EventType>>;

const work = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100);

const repaymentSentences = {
  RepaymentAgreed: ({ data }) => {
    const from = dayInWords(data.firstDue);
    if (data.perMonth === undefined)
      return said(
        `Het huishouden werkt terug: ${work(data.minutes ?? 0)} uur in ${data.months} maanden, vanaf ${from.nl}.`,
        `The household works it back: ${work(data.minutes ?? 0)} hours in ${data.months} months, from ${from.en}.`,
      );
    const sum = amountInWords(data.perMonth);
    return said(
      `Het huishouden betaalt ${sum.nl} per maand, ${data.months} maanden lang, vanaf ${from.nl}.`,
      `The household pays ${sum.en} a month for ${data.months} months, from ${from.en}.`,
    );
  },
  RepaymentReceived: ({ data }) =>
    data.amount === undefined
      ? said(`Deel ${data.number}: ${work(data.minutes ?? 0)} uur gewerkt.`, `Part ${data.number}: ${work(data.minutes ?? 0)} hours worked.`)
      : withAmount(`Termijn ${data.number} is betaald: {}.`, `Instalment ${data.number} came in: {}.`, data.amount),
  RepaymentMissed: ({ data }) =>
    said(`Termijn ${data.number} is niet betaald.`, `Instalment ${data.number} did not come in.`),
  CreditClosed: saying('Alles is terugbetaald.', 'Everything was paid back.'),
  MunicipalDebtForgiven: ({ data }) =>
    withAmount('De gemeente schold {} kwijt.', 'The municipality gave up {} of its own claim.', data.amount),
  IncentiveAwarded: ({ data }) => withAmount('Een stap is beloond met {}.', 'A step was rewarded with {}.', data.amount),
} satisfies Partial<Sentences<EventType>>;

export const debtBuyOutSentences = { ...offerSentences, ...paymentSentences, ...repaymentSentences };
