import type { Directory } from '@perspectief/directory';
import type { SentencePair } from '@perspectief/edge';
import { dayOfMoment, type Actor } from '@perspectief/kernel';
import { purposeInWords, type Deed, type KeptLook, type Visit } from '@perspectief/reader-log';
import { residentInWords, roleInWords, somebodyElse } from '../words/roles.js';
import { deedInWords, visitInWords } from '../words/sentence.js';
import type { DeedShown, LookShown, VisitShown } from './shown.js';

/** What a person is called: by name, else by role. */
type Called = (person: { readonly id: string; readonly role: string }) => SentencePair;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Names of all who are told of, asked at once. */
export const namesOf = async (directory: Directory, people: readonly { readonly id: string }[]): Promise<Called> => {
  const names = new Map((await directory.find(people.map(({ id }) => id))).map(({ id, name }) => [id, name]));
  return ({ id, role }) => {
    const name = names.get(id);
    const words = roleInWords(role);
    return name === undefined ? { nl: capital(words.nl), en: capital(words.en) } : { nl: name, en: name };
  };
};

const deedShown = (deed: Deed, who: SentencePair, day: string): DeedShown => ({
  ...deed,
  purpose: purposeInWords(deed.purpose),
  sentence: deedInWords(who, day, deed),
});

/** Of residents who are strangers to the household it is told that one of them came, and not who. */
export const visitShown = (called: Called, isStranger: (person: Actor) => boolean) => (visit: Visit): VisitShown => {
  const { day, person, deeds } = visit;
  const stranger = isStranger(person);
  const who = stranger ? somebodyElse : called(person);
  return {
    day,
    ...(!stranger && { personId: person.id }),
    who: who.nl,
    role: person.role,
    roleInWords: stranger ? residentInWords : roleInWords(person.role),
    sentence: visitInWords(who, visit),
    breakGlass: deeds.some(({ action, purpose }) => action === 'break-glass' || purpose === 'break-glass'),
    times: deeds.reduce((sum, { times }) => sum + times, 0),
    deeds: deeds.map((deed) => deedShown(deed, who, day)),
  };
};

export const lookShown = (called: Called) => (look: KeptLook): LookShown => {
  const { id, startedAt, person, action, what, purpose, law, householdIds, trajectoryIds, asOf, about } = look;
  const who = called(person);
  const deed: Deed = { action, what, purpose, times: 1, firstAt: startedAt, lastAt: startedAt };
  return {
    id,
    at: startedAt,
    personId: person.id,
    who: who.nl,
    role: person.role,
    roleInWords: roleInWords(person.role),
    action,
    what,
    sentence: deedInWords(who, dayOfMoment(startedAt), deed),
    purpose: purposeInWords(purpose),
    ...(law !== undefined && { law }),
    householdIds,
    trajectoryIds,
    ...(asOf !== undefined && { asOf }),
    ...(about !== undefined && { about }),
  };
};
