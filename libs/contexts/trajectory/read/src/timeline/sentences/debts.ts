import { amountInWords, dayInWords, said, saying, withAmount, type EventType, type Sentences } from '../sentence.js';
import { creditorOf } from '../words.js';

export const debtsSentences = {
  DebtRegistered: ({ data }) =>
    data.treatment === 'included'
      ? withAmount(`Een schuld van {} bij ${data.creditor} kwam op de lijst.`, `A debt of {} to ${data.creditor} was listed.`, data.claim)
      : withAmount(
          `Een schuld van {} bij ${data.creditor} kwam op de lijst. Die telt niet mee in de regeling.`,
          `A debt of {} to ${data.creditor} was listed. It stays outside the arrangement.`,
          data.claim,
        ),
  DebtCorrected: ({ data }, page) => {
    const { nl, en } = creditorOf(page, data.debtId);
    return data.claim === undefined
      ? said(`De gegevens van de schuld bij ${nl} zijn verbeterd.`, `The details of the debt to ${en} were put right.`)
      : withAmount(`De schuld bij ${nl} is verbeterd. Het bedrag is {}.`, `The debt to ${en} was put right. It is {}.`, data.claim);
  },
  DebtRemoved: saying('Een schuld bleek er niet te zijn en ging van de lijst.', 'A debt turned out not to be there and left the list.'),
  DebtInventoryConfirmed: saying('De lijst met schulden is compleet.', 'The list of debts is complete.'),
  BalancesRequested: ({ data }) =>
    said(
      `Aan ${data.debts.length} schuldeisers is gevraagd hoe hoog de schuld nog is.`,
      `${data.debts.length} creditors were asked what is still owed.`,
    ),
  BalanceRecorded: ({ data }, page) => {
    const { nl, en } = creditorOf(page, data.debtId);
    const on = dayInWords(data.referenceDate);
    return withAmount(`${nl} gaf door: de schuld is {} op ${on.nl}.`, `${en} told: the debt is {} on ${on.en}.`, data.claim);
  },
  ArrangementStarted: saying('Het regelen van de schulden is begonnen.', 'The arranging of the debts began.'),
  ProtectedAmountRecorded: ({ data }) => {
    const kept = amountInWords(data.protectedAmount);
    const left = amountInWords(data.capacity);
    return said(
      `Het huishouden houdt ${kept.nl} per maand om van te leven. Er is ${left.nl} per maand voor de schulden.`,
      `The household keeps ${kept.en} a month to live on. ${left.en} a month is left for the debts.`,
    );
  },
} satisfies Partial<Sentences<EventType>>;
