/** What modules ask for by name. */
export const PLATFORM = Symbol('platform');
export const READINESS = Symbol('readiness');
