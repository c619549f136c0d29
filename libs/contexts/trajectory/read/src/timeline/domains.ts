import type { Domain } from '@perspectief/kernel';
import type { OpenedTrajectory } from '@perspectief/trajectory-domain';
import type { EffectiveEvent } from '../page/effective-events.js';
import { trackOf, type TrackName } from './sentences/index.js';
import { applicationOf } from './words.js';

/** Tracks whose whole work stands under one law. */
const LAW_OF_TRACK: Partial<Readonly<Record<TrackName, Domain>>> = {
  debts: 'schuldhulp',
  'crisis-freeze': 'schuldhulp',
  'debt-buy-out': 'schuldhulp',
};

/** The law in whose work an event was written, where there is one. */
export const domainOf = (event: EffectiveEvent, page: OpenedTrajectory): Domain | undefined => {
  if ('law' in event.data) return event.data.law;
  if ('domain' in event.data) return event.data.domain;
  if ('applicationId' in event.data && event.data.applicationId !== undefined)
    return applicationOf(page, event.data.applicationId)?.law;
  return LAW_OF_TRACK[trackOf(event.type)];
};

/** People whom an event is about or by, as ids. */
export const personsIn = ({ actor, data }: EffectiveEvent): readonly string[] => {
  const named = ['coachId', 'expertId', 'who'].flatMap((field) => {
    const value = (data as Readonly<Record<string, unknown>>)[field];
    return typeof value === 'string' ? [value] : [];
  });
  return [...new Set([actor.id, ...named])];
};
