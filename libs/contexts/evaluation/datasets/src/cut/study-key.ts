import { createHash, randomBytes } from 'node:crypto';
import { addDays, type BusinessDate } from '@perspectief/kernel';
import { hmacUnder } from './hmac.js';

const WEEKS = 26;
const REMEMBERED = 5_000;

/**
 * The names of one study. Pseudonyms are HMAC-SHA-256 under a key of that study alone, cut to 128 bits: without the key nobody can make
 * them from an id, also not by trying all. Once the key is destroyed, nobody can lead a name of the study back any more.
 */
export class StudyKey {
  static readonly scheme = 'HMAC-SHA-256, key per study, 128 bits';

  /** Says which key it is, and nothing of it. */
  readonly id: string;
  private readonly hmac: (text: string) => Buffer;
  private readonly known = new Map<string, string>();
  /** Calendars are computed once for each day and shift. */
  private readonly moved = new Map<number, Map<BusinessDate, BusinessDate>>();

  constructor(private readonly key: Uint8Array) {
    if (key.length !== 32) throw new RangeError('a study key has 32 bytes');
    this.id = createHash('sha256').update('study key id').update(key).digest('hex').slice(0, 16);
    this.hmac = hmacUnder(key);
  }

  /** For another thread of this program alone. */
  bytes(): Uint8Array {
    return this.key;
  }

  static make = (): Uint8Array => randomBytes(32);

  readonly pseudonymOf = (id: string): string => {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    // Those of one case come together: a few thousand are enough to hold.
    if (this.known.size > REMEMBERED) this.known.clear();
    const made = `p${this.hmac(`id\n${id}`).toString('hex', 0, 16)}`;
    this.known.set(id, made);
    return made;
  };

  /** Every date of a household moves by the same whole weeks, at most half a year: intervals and weekdays stay, the calendar does not. */
  shiftOf(householdId: string): (day: BusinessDate) => BusinessDate {
    const weeks = (this.hmac(`weeks\n${householdId}`).readUInt32BE(0) % (2 * WEEKS + 1)) - WEEKS;
    const known = this.moved.get(weeks) ?? new Map<BusinessDate, BusinessDate>();
    this.moved.set(weeks, known);
    return (day) => {
      const moved = known.get(day) ?? addDays(day, 7 * weeks);
      known.set(day, moved);
      return moved;
    };
  }
}
