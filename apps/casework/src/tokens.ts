/** What modules ask for by name. */
export const PLATFORM = Symbol('platform');
