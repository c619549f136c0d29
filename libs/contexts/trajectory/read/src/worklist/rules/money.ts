import type { OpenedTrajectory } from '@perspectief/trajectory-domain';
import { reading, text, type Draft } from '../draft.js';

export const unansweredOffers = reading(['debtBuyOut'], ({ debtBuyOut }) =>
  debtBuyOut.buyOuts.flatMap(({ buyOutId, outcome, sending, offers }) =>
    outcome.phase === 'running' && sending.phase === 'sent'
      ? offers
          .filter(({ answer }) => answer.phase === 'awaiting')
          .map(({ debtId }) => ({
            kind: 'offer-answer' as const,
            subject: `${buyOutId} ${debtId}`,
            dueOn: sending.respondBy,
            since: sending.sentOn,
            forRole: 'debt-counsellor' as const,
            rule: 'BO-10',
            sentence: text('Een schuldeiser moet nog antwoorden op het voorstel.', 'A creditor has yet to answer the offer.'),
          }))
      : [],
  ));

type BuyOut = OpenedTrajectory['debtBuyOut']['buyOuts'][number];

const instalmentDraft = (buyOutId: string, number: number, dueOn: string, missed: boolean): Draft => ({
  kind: missed ? 'repayment-missed' : 'repayment',
  subject: `${buyOutId} ${number}`,
  dueOn,
  since: dueOn,
  forRole: 'debt-counsellor',
  sentence: missed
    ? text('Een termijn is niet betaald. Vraag wat er speelt.', 'An instalment was missed. Ask what is going on.')
    : text('Kijk of de terugbetaling binnen is.', 'See whether the repayment came in.'),
});

const instalmentsOf = ({ buyOutId, repayment }: BuyOut): readonly Draft[] => {
  if (repayment.phase !== 'agreed') return [];
  const missed = repayment.instalments.filter(({ phase }) => phase === 'missed');
  const next = repayment.instalments.find(({ phase }) => phase === 'open');
  return [
    ...missed.map(({ number, dueOn }) => instalmentDraft(buyOutId, number, dueOn, true)),
    ...(next ? [instalmentDraft(buyOutId, next.number, next.dueOn, false)] : []),
  ];
};

/** What was missed and the next one; repaying outlives the trajectory. A failed buy-out is owed nothing unless it paid. */
export const repayments = reading(['debtBuyOut'], ({ debtBuyOut }) =>
  debtBuyOut.buyOuts.filter(({ outcome }) => outcome.phase !== 'failed').flatMap(instalmentsOf));
