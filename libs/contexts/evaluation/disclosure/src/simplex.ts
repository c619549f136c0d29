const EPSILON = 1e-9;

/** What the unknowns named by their numbers add up to. */
export interface Sum {
  readonly of: readonly number[];
  readonly is: number;
}

export interface Extent {
  readonly lower: number;
  /** Infinity where nothing bounds it. */
  readonly upper: number;
}

/**
 * Unknowns that are 0 or more and add up to known sums: from where to where each can lie. A linear programme, by the simplex method in
 * two phases with the rule of Bland, which never circles. The first phase is done once; every question then starts from the last answer.
 */
export class Unknowns {
  private readonly rows: readonly Float64Array[];
  private readonly basis: number[];
  private readonly width: number;

  constructor(private readonly count: number, sums: readonly Sum[]) {
    this.width = count + sums.length;
    this.rows = sums.map(({ of, is }, i) => {
      const row = new Float64Array(this.width + 1);
      for (const j of of) row[j] = 1;
      row[count + i] = 1;
      row[this.width] = is;
      return row;
    });
    this.basis = sums.map((_, i) => count + i);
    const objective = new Float64Array(this.width + 1);
    for (const row of this.rows) row.forEach((value, j) => {
      if (j < count || j === this.width) objective[j] = (objective[j] as number) + value;
    });
    climb(this.rows, this.basis, objective, count);
  }

  extentOf(unknown: number): Extent {
    return { upper: this.most(unknown, 1), lower: -this.most(unknown, -1) };
  }

  private most(unknown: number, sign: 1 | -1): number {
    const objective = new Float64Array(this.width + 1);
    objective[unknown] = sign;
    const at = this.basis.indexOf(unknown);
    if (at >= 0) (this.rows[at] as Float64Array).forEach((value, j) => (objective[j] = (objective[j] as number) - sign * value));
    return climb(this.rows, this.basis, objective, this.count) ? -(objective[this.width] as number) : Infinity;
  }
}

/** Raises the objective as far as it goes; false where it goes on for ever. Only real unknowns enter. */
const climb = (rows: readonly Float64Array[], basis: number[], objective: Float64Array, unknowns: number): boolean => {
  for (;;) {
    let entering = -1;
    for (let j = 0; j < unknowns && entering < 0; j += 1) if ((objective[j] as number) > EPSILON) entering = j;
    if (entering < 0) return true;
    const leaving = leavingRow(rows, basis, entering, unknowns);
    if (leaving < 0) return false;
    pivot(rows, objective, leaving, entering);
    basis[leaving] = entering;
  }
};

/** The row that runs out first; an artificial unknown that is still there at 0 goes first of all, also downwards. */
const leavingRow = (rows: readonly Float64Array[], basis: readonly number[], entering: number, unknowns: number): number => {
  let best = -1;
  let least = Infinity;
  rows.forEach((row, i) => {
    const step = row[entering] as number;
    const value = row.at(-1) as number;
    const stuck = (basis[i] as number) >= unknowns && Math.abs(value) < EPSILON && Math.abs(step) > EPSILON;
    if (!stuck && step <= EPSILON) return;
    const ratio = stuck ? 0 : value / step;
    if (ratio < least - EPSILON || (ratio < least + EPSILON && (basis[i] as number) < (basis[best] as number))) {
      least = Math.min(least, ratio);
      best = i;
    }
  });
  return best;
};

const pivot = (rows: readonly Float64Array[], objective: Float64Array, leaving: number, entering: number): void => {
  const chosen = rows[leaving] as Float64Array;
  const by = chosen[entering] as number;
  for (let j = 0; j < chosen.length; j += 1) chosen[j] = (chosen[j] as number) / by;
  for (const row of [...rows, objective]) {
    const factor = row[entering] as number;
    if (row === chosen || factor === 0) continue;
    for (let j = 0; j < row.length; j += 1) row[j] = (row[j] as number) - factor * (chosen[j] as number);
  }
};
