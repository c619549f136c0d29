import { checked, type Spell } from './spell.js';

/** What R calls the same time (`timefix`): arithmetic on fractions leaves crumbs, and 0.1 + 0.2 is 0.3. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/** The first of each run of times that are hardly apart, for every time of the run. */
const firstOfRun = (spells: readonly Spell[]): ReadonlyMap<number, number> => {
  const times = [...new Set(spells.flatMap(({ start, stop }) => [start, stop]))].sort((a, b) => a - b);
  const scale = times.reduce((sum, time) => sum + Math.abs(time), 0) / times.length;
  const near = TOLERANCE * Math.max(1, scale);
  const first = new Map<number, number>();
  let run = times[0] ?? 0;
  times.forEach((time, i) => {
    if (i > 0 && time - (times[i - 1] as number) > near) run = time;
    first.set(time, run);
  });
  return first;
};

/**
 * Spells as they are counted: times that differ by a crumb are one, and who was there from time zero was there before it.
 * @throws RangeError where a spell is none.
 */
export const onOneClock = <S extends Spell>(spells: readonly S[]): readonly S[] => {
  spells.forEach(checked);
  const first = firstOfRun(spells);
  return spells.map((spell) => {
    const [start, stop] = [first.get(spell.start) as number, first.get(spell.stop) as number];
    checked({ start, stop, cause: spell.cause });
    return { ...spell, start: start === 0 ? -Infinity : start, stop };
  });
};
