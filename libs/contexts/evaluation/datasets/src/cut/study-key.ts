import { createHash, createHmac, randomBytes } from 'node:crypto';
import { addDays, type BusinessDate } from '@perspectief/kernel';

const WEEKS = 26;

/**
 * The names of one study. Pseudonyms are HMAC-SHA-256 under a key of that study alone, cut to 128 bits: without the key nobody can make
 * them from an id, also not by trying all. Once the key is destroyed, nobody can lead a name of the study back any more.
 */
export class StudyKey {
  static readonly scheme = 'HMAC-SHA-256, key per study, 128 bits';

  constructor(private readonly key: Uint8Array) {
    if (key.length !== 32) throw new RangeError('a study key has 32 bytes');
  }

  static make = (): Uint8Array => randomBytes(32);

  /** Says which key it is, and nothing of it. */
  get id(): string {
    return createHash('sha256').update('study key id').update(this.key).digest('hex').slice(0, 16);
  }

  readonly pseudonymOf = (id: string): string => `p${this.hmac('id', id).toString('hex').slice(0, 32)}`;

  /** Every date of a household moves by the same whole weeks, at most half a year: intervals and weekdays stay, the calendar does not. */
  shiftOf(householdId: string): (day: BusinessDate) => BusinessDate {
    const weeks = (this.hmac('weeks', householdId).readUInt32BE(0) % (2 * WEEKS + 1)) - WEEKS;
    return (day) => addDays(day, 7 * weeks);
  }

  private hmac(use: string, text: string): Buffer {
    return createHmac('sha256', this.key).update(`${use}\n${text}`).digest();
  }
}
