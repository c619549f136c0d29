import { useSyncExternalStore } from 'react';

/** How far this browser knows the log: what it wrote itself and what it heard of, by topic. */
const known = new Map<string, { readonly position: string | undefined; readonly ticks: number }>();
const listeners = new Set<() => void>();
const nothing = { position: undefined, ticks: 0 };
let own: readonly string[] = [];

/** Positions are opaque, and sort as text. */
const further = (one: string | undefined, other: string | undefined): string | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
};

const move = (topic: string, position: string | undefined): void => {
  const before = known.get(topic) ?? nothing;
  known.set(topic, { position: further(before.position, position), ticks: before.ticks + 1 });
};

/** Somebody else wrote, or nobody knows who: pages of this topic ask again. */
export const heard = (topic: string, position?: string | null): void => {
  move(topic, position ?? undefined);
  for (const listener of listeners) listener();
};

/** This browser wrote: every page that is open asks again, and waits until its read model has seen the write. */
export const wrote = (position: string | null): void => {
  for (const topic of new Set([...known.keys(), OWN])) move(topic, position ?? undefined);
  if (position !== null && !own.includes(position)) own = [...own.slice(1 - REMEMBERED), position];
  for (const listener of listeners) listener();
};

const OWN = 'own';
/** As many own writes as nobody gives while one form is open. */
const REMEMBERED = 200;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The position that a page of this topic must have reached, and a number that changes when it must ask again. */
export const usePosition = (topic: string): { readonly position: string | undefined; readonly ticks: number } => {
  if (!known.has(topic)) known.set(topic, known.get(OWN) ?? nothing);
  return useSyncExternalStore(subscribe, () => known.get(topic) ?? nothing);
};

/** Positions of what this browser wrote itself, oldest first. */
export const useOwnWrites = (): readonly string[] => useSyncExternalStore(subscribe, () => own);
