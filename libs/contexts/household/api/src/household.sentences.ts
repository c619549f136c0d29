import type { Sentences } from '@perspectief/edge';
import type { GeneralRefusal } from '@perspectief/kernel';
import type { HouseholdRefusal } from '@perspectief/household-domain';

export const householdSentences: Sentences<Exclude<HouseholdRefusal, GeneralRefusal>> = {
  UNKNOWN_HOUSEHOLD: {
    nl: 'Dit huishouden is niet gevonden. Controleer het nummer.',
    en: 'This household was not found. Check the id.',
  },
  HOUSEHOLD_EXISTS: {
    nl: 'Dit huishouden bestaat al. Open het, of gebruik een nieuw nummer.',
    en: 'This household exists already. Open it, or use a new id.',
  },
  HOUSEHOLD_ERASED: {
    nl: 'De gegevens van dit huishouden zijn gewist. Er kan niets meer bij.',
    en: 'The data of this household were erased. Nothing can be added.',
  },
  MEMBER_EXISTS: {
    nl: 'Deze persoon staat al bij dit huishouden. Wijzig de gegevens die er staan.',
    en: 'This person is already part of the household. Change the data that are there.',
  },
  UNKNOWN_MEMBER: {
    nl: 'Deze persoon hoort niet bij dit huishouden. Voeg de persoon eerst toe.',
    en: 'This person is no part of the household. Add the person first.',
  },
  INVALID_BSN: {
    nl: 'Dit burgerservicenummer klopt niet. Neem het opnieuw over van een pas of brief.',
    en: 'This citizen service number is not valid. Copy it again from a card or letter.',
  },
  MEMBER_LEFT: {
    nl: 'Deze persoon hoort niet meer bij het huishouden. Voeg de persoon opnieuw toe als dat nodig is.',
    en: 'This person has left the household. Add the person again if needed.',
  },
  TOO_YOUNG_FOR_ACCESS: {
    nl: 'Deze persoon is nog te jong voor een eigen toegang. Een ouder kan meekijken.',
    en: 'This person is still too young for an own access. A parent can read along.',
  },
  MEMBER_HAS_ACCESS: {
    nl: 'Deze persoon heeft al toegang onder een andere naam. Trek die eerst in.',
    en: 'This person already has access under another name. Withdraw that first.',
  },
  GROUND_EXISTS: {
    nl: 'Deze reden om gegevens te delen staat er al. Gebruik een nieuw nummer.',
    en: 'This ground for sharing is there already. Use a new id.',
  },
  UNKNOWN_GROUND: {
    nl: 'Deze reden om gegevens te delen is niet gevonden. Controleer het nummer.',
    en: 'This ground for sharing was not found. Check the id.',
  },
  TRAJECTORY_OPEN: {
    nl: 'Er loopt nog een traject. Rond dat eerst af; daarna kun je wissen.',
    en: 'A trajectory is still open. Close it first; then you can erase.',
  },
  HOUSEHOLD_HAS_OPEN_TRAJECTORY: {
    nl: 'Dit huishouden heeft al een lopend traject. Ga verder in dat traject.',
    en: 'This household already has an open trajectory. Go on in that one.',
  },
};
