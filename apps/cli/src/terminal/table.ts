import Table from 'cli-table3';

const plain = {
  top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '',
  left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ',
};

/** Rows under a head, columns aligned, no lines drawn: readable, and still easy to grep. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[], widths?: readonly (number | null)[]): string => {
  const table = new Table({
    head: [...head],
    chars: plain,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    wordWrap: true,
    ...(widths ? { colWidths: [...widths] } : {}),
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString().split('\n').map((line) => line.trimEnd()).join('\n');
};
