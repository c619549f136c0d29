/** Solves a square system by elimination with the largest pivot first; null where it has no single solution. */
export const solve = (matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] | null => {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const largest = Math.max(...matrix.flat().map(Math.abs), 0);
  const at = (i: number, j: number): number => rows[i]?.[j] as number;
  for (let column = 0; column < n; column += 1) {
    let pivot = column;
    for (let i = column + 1; i < n; i += 1) if (Math.abs(at(i, column)) > Math.abs(at(pivot, column))) pivot = i;
    if (!(Math.abs(at(pivot, column)) > largest * 1e-12)) return null;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    for (let i = 0; i < n; i += 1) {
      if (i === column) continue;
      const factor = at(i, column) / at(column, column);
      rows[i] = (rows[i] as number[]).map((value, j) => value - factor * at(column, j));
    }
  }
  return rows.map((row, i) => (row[n] as number) / (row[i] as number));
};

/** x' A^-1 x; null where A has no inverse. */
export const quadraticForm = (vector: readonly number[], matrix: readonly (readonly number[])[]): number | null => {
  const solution = solve(matrix, vector);
  return solution && vector.reduce((sum, x, i) => sum + x * (solution[i] as number), 0);
};

/**
 * x' A^- x of a covariance A, for an x that varies as A says: what A does not let vary adds nothing. `rank` is in how many directions it varies.
 * By symmetric elimination, the largest variance first.
 */
export const quadraticFormOnRange = (vector: readonly number[], covariance: readonly (readonly number[])[]): { readonly value: number; readonly rank: number } => {
  const rows = covariance.map((row) => [...row]);
  const left = [...vector];
  const open = new Set(vector.keys());
  const at = (i: number, j: number): number => rows[i]?.[j] as number;
  const largest = Math.max(0, ...vector.map((_, i) => at(i, i)));
  let [value, rank] = [0, 0];
  while (open.size > 0) {
    const pivot = [...open].reduce((best, i) => (at(i, i) > at(best, best) ? i : best));
    const variance = at(pivot, pivot);
    if (!(variance > largest * 1e-10)) break;
    open.delete(pivot);
    rank += 1;
    value += (left[pivot] as number) ** 2 / variance;
    for (const i of open) {
      const factor = at(i, pivot) / variance;
      left[i] = (left[i] as number) - factor * (left[pivot] as number);
      for (const j of open) (rows[i] as number[])[j] = at(i, j) - factor * at(pivot, j);
    }
  }
  return { value, rank };
};
