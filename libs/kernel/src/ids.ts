import { v5 } from 'uuid';

/** A UUID chosen by whoever sends the command, so that a command sent twice is one command. */
export type Uuid = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in its canonical lower-case form. */
export const isUuid = (text: unknown): text is Uuid => typeof text === 'string' && UUID.test(text);

/** Root of every id that the platform derives (UUIDv5, RFC 9562). */
const PERSPECTIEF = 'b6c1f1f4-3f0e-5d0a-9b8e-5f2f6a1d7c11';

/** The same parts always give the same id: what a policy, a clock or a story sends twice is sent once. */
export const deriveId = (...parts: readonly (string | number)[]): Uuid => v5(JSON.stringify(parts), PERSPECTIEF);
