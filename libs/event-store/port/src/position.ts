import type { Uuid } from '@perspectief/kernel';
import { Corrupt } from './errors.js';
import type { Position } from './event-store.js';

/** Place in the order, and the start of the id that stands there: after a restore the number may be given again, to another event. */
export interface Place {
  readonly number: string;
  readonly idStart: string;
}

const WIDTH = 16;
const TEXT = /^(\d{16})-([0-9a-f]{8})$/;

/** For adapters. Fixed width, so that positions compare as text. */
export const positionOf = (number: string | number | bigint, id: Uuid): Position => `${String(number).padStart(WIDTH, '0')}-${id.slice(0, 8)}`;

/** Whether the text can be a position at all; what it says stays closed. */
export const isPosition = (text: unknown): text is Position => typeof text === 'string' && TEXT.test(text);

/** For adapters. */
export const placeOf = (position: Position): Place => {
  const [, number, idStart] = TEXT.exec(position) ?? [];
  if (number === undefined || idStart === undefined) throw new Corrupt(`not a position of this log: ${position}`);
  return { number: number.replace(/^0+(?=\d)/, ''), idStart };
};
