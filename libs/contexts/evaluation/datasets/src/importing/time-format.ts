import { quotedName, quotedText } from '../tables/column.js';
import type { Engine } from '../tables/engine.js';

/** Days as people write them where the year does not come first. */
const days = ['%d-%m-%Y', '%d/%m/%Y', '%d.%m.%Y', '%m/%d/%Y', '%m-%d-%Y', '%Y/%m/%d'];
const clocks = ['', ' %H:%M', ' %H:%M:%S', ' %H:%M:%S.%g', ' %H:%M:%S,%g', ' %I:%M %p', ' %I:%M:%S %p'];
const usual: readonly string[] = days.flatMap((day) => clocks.map((clock) => day + clock));

/** Day and month in another order: where both fit every row, nobody can say which is meant. */
const ORDERS = /^%[dm]/;

/** The one usual notation that fits every row of a column; undefined where ISO 8601 fits some row, or nothing fits all. Guesses nothing. */
export const sniffedFormat = async (engine: Engine, column: string): Promise<string | 'ambiguous' | undefined> => {
  const cell = `trim(${quotedName(column)})`;
  const [iso] = await engine.all<[bigint]>(`select count(*) from raw where try_cast(${cell} as timestamptz) is not null`);
  if (iso?.[0] !== 0n) return undefined;
  const fits = usual.map((format, n) => `bool_and(try_strptime(${cell}, ${quotedText(format)}) is not null) as f${n}`);
  const [found] = await engine.all<readonly boolean[]>(`select ${fits.join(', ')} from raw where ${cell} is not null`);
  const formats = usual.filter((_, n) => found?.[n] === true);
  return formats.filter((format) => ORDERS.test(format)).length > 1 ? 'ambiguous' : formats[0];
};
