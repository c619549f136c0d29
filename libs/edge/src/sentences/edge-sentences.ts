import type { GeneralRefusal } from '@perspectief/kernel';
import type { Sentences } from './sentence.js';

/** The edge's own refusals: before any context is asked. */
export const edgeRefusals = ['INVALID_INPUT', 'COMMAND_ID_REUSED', 'UNKNOWN_COMMAND', 'NOT_SIGNED_IN'] as const;
export type EdgeRefusal = (typeof edgeRefusals)[number];

/** Also those that every stream may give. */
export const edgeSentences: Sentences<EdgeRefusal | GeneralRefusal> = {
  INVALID_INPUT: {
    nl: 'Dit veld is niet goed ingevuld. Kijk het na en probeer het opnieuw.',
    en: 'This field is not filled in correctly. Check it and try again.',
  },
  COMMAND_ID_REUSED: {
    nl: 'Dit nummer is al gebruikt voor een ander verzoek. Stuur het opnieuw met een nieuw nummer.',
    en: 'This command id was used before for another request. Send it again with a new id.',
  },
  UNKNOWN_COMMAND: {
    nl: 'Deze opdracht bestaat niet. Controleer de naam.',
    en: 'There is no such command. Check its name.',
  },
  NOT_SIGNED_IN: {
    nl: 'Je bent niet aangemeld. Meld je aan en probeer het opnieuw.',
    en: 'You are not signed in. Sign in and try again.',
  },
  IN_THE_FUTURE: {
    nl: 'Deze datum ligt in de toekomst. Vul de dag in waarop het gebeurde.',
    en: 'This date lies in the future. Enter the day on which it happened.',
  },
  OUT_OF_ORDER: {
    nl: 'Dit kan nu niet: het is al gedaan, of er is niet om gevraagd. Bekijk eerst hoe het ervoor staat.',
    en: 'This cannot be done now: it was done already, or nobody asked for it. Look at where things stand first.',
  },
};
