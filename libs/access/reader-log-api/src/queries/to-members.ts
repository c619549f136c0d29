import type { Deed } from '@perspectief/reader-log';
import { commandName } from '../words/parts.js';

/** What no page of the household shows: contacts that staff log, and safety tasks, which hide among them. */
const OF_THE_TEAM: ReadonlySet<string> = new Set(['LogContact', 'OpenSafetyTask', 'CloseSafetyTask']);

/** A deed as a member of the household reads it: that the file was worked on, and not that somebody is to be kept safe. */
export const toMembers = <Told extends Pick<Deed, 'what' | 'law'>>(told: Told): Told => {
  if (!OF_THE_TEAM.has(commandName(told.what))) return told;
  const { law: _, ...rest } = told;
  return { ...rest, what: 'trajectory' } as Told;
};

/** Deeds that are told alike are one: two would say that they differed. */
export const deedsToMembers = (deeds: readonly Deed[]): readonly Deed[] => {
  const alike = new Map<string, Deed>();
  for (const deed of deeds.map(toMembers)) {
    const key = JSON.stringify([deed.action, deed.what, deed.purpose, deed.law]);
    const { times, lastAt } = alike.get(key) ?? { times: 0, lastAt: '' };
    alike.set(key, { ...deed, ...alike.get(key), times: times + deed.times, lastAt: lastAt > deed.lastAt ? lastAt : deed.lastAt });
  }
  return [...alike.values()];
};
