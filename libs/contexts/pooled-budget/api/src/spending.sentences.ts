import type { SentencePair } from '@perspectief/edge';
import type { PooledBudgetRefusal } from '@perspectief/pooled-budget-domain';

/** What requests, approvals and payments may hear. */
export const spendingSentences = {
  UNKNOWN_REQUEST: {
    nl: 'Deze aanvraag voor geld is niet gevonden. Controleer het nummer.',
    en: 'This spending request was not found. Check the id.',
  },
  REQUEST_EXISTS: {
    nl: 'Deze aanvraag voor geld staat er al. Gebruik een nieuw nummer.',
    en: 'This spending request is there already. Use a new id.',
  },
  UNKNOWN_PAYMENT: {
    nl: 'Deze betaling is niet gevonden. Controleer het nummer.',
    en: 'This payment was not found. Check the id.',
  },
  PAYMENT_EXISTS: {
    nl: 'Deze betaling staat er al. Gebruik een nieuw nummer.',
    en: 'This payment is there already. Use a new id.',
  },
  REFUND_EXISTS: {
    nl: 'Deze terugbetaling staat er al. Gebruik een nieuw nummer.',
    en: 'This refund is there already. Use a new id.',
  },
  EMERGENCY_OVERDUE: {
    nl: 'Een eerdere spoeduitgave wacht sinds {settleBy} op goedkeuring. Laat die eerst goedkeuren.',
    en: 'An earlier emergency has waited for approval since {settleBy}. Have it approved first.',
  },
  INSUFFICIENT_FUNDS: {
    nl: 'Er is niet genoeg geld: nog {available} over in {year}. Vraag minder aan of vul het budget aan.',
    en: 'There is not enough money: {available} left in {year}. Ask for less or add to the budget.',
  },
  HOUSEHOLD_CEILING_REACHED: {
    nl: 'Dit gaat boven het maximum voor dit huishouden. Er is nog {left} over; vraag zo nodig een verhoging.',
    en: 'This exceeds the maximum for this household. {left} is left; propose a raise if needed.',
  },
  SPLIT_NOT_100: {
    nl: 'De verdeling is samen geen 100 procent. Pas de percentages aan.',
    en: 'The split does not add up to 100 percent. Change the percentages.',
  },
  POSSIBLE_DUPLICATE: {
    nl: 'Op {requestedOn} is hetzelfde al gevraagd. Bevestig dat dit geen dubbele aanvraag is.',
    en: 'The same was asked on {requestedOn}. Confirm that this is no duplicate.',
  },
  OWN_REQUEST: {
    nl: 'Je kunt je eigen aanvraag niet goedkeuren. Vraag het aan een collega.',
    en: 'You cannot approve your own request. Ask a colleague.',
  },
  SAME_APPROVER: {
    nl: 'Je hebt hier al over beslist. Een andere collega moet dit doen.',
    en: 'You have had your say on this. Another colleague must do it.',
  },
  NOT_AWAITING_APPROVAL: {
    nl: 'Deze aanvraag wacht niet op goedkeuring. Bekijk eerst hoe het ervoor staat.',
    en: 'This request is not awaiting approval. Look at where things stand first.',
  },
  NOT_APPROVED: {
    nl: 'Deze aanvraag is nog niet goedgekeurd. Wacht op de goedkeuring.',
    en: 'This request was not approved. Wait for the approval.',
  },
  EXCEEDS_RESERVATION: {
    nl: 'Dit is meer dan er klaarstaat: nog {reserved}. Vul een lager bedrag in.',
    en: 'This is more than is reserved: {reserved} left. Enter a lower amount.',
  },
  EXCEEDS_PAYMENT: {
    nl: 'Dit is meer dan er betaald is: nog {standing}. Vul een lager bedrag in.',
    en: 'This is more than was paid: {standing} left. Enter a lower amount.',
  },
  NOT_THE_COACH: {
    nl: 'Je bevestigt voor je eigen huishouden, niet voor de coach. Kies: het huishouden.',
    en: 'You confirm for your own household, not for the coach. Choose: the household.',
  },
} as const satisfies Partial<Record<PooledBudgetRefusal, SentencePair>>;
