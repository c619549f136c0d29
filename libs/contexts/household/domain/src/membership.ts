import { yearOf, type BusinessDate } from '@perspectief/kernel';
import type { HouseholdState, Member, Residence } from './state.js';

const belongs = (member: Member, day: BusinessDate): boolean =>
  member.from <= day && (member.phase === 'present' || day < member.leftOn);

/** Who belongs to the household on a day: came by then, and had not left by then. */
export const membersOn = (state: HouseholdState, day: BusinessDate): readonly Member[] =>
  state.phase === 'registered' ? state.members.filter((member) => belongs(member, day)) : [];

/** Whole years on a day; who was born on 29 February has the birthday on 1 March in other years. */
export const ageOn = (birthDate: BusinessDate, day: BusinessDate): number => {
  const years = yearOf(day) - yearOf(birthDate);
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};

/** Where the household lives on a day; before the first address that is known, that one. */
export const residenceOn = (state: HouseholdState, day: BusinessDate): Residence | undefined => {
  if (state.phase !== 'registered') return undefined;
  return state.residences.findLast(({ from }) => from <= day) ?? state.residences[0];
};
