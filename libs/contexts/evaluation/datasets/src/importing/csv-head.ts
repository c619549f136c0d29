/** The sign that the head of the file is cut by most. */
export const delimiterIn = (head: string): string =>
  [',', ';', '\t', '|'].map((sign) => ({ sign, times: head.split(sign).length })).sort((a, b) => b.times - a.times)[0]?.sign ?? ',';

const cellsOf = (line: string, delimiter: string): readonly string[] => {
  const cells = [''];
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const sign = line[i] as string;
    const last = cells.length - 1;
    if (sign === '"' && quoted && line[i + 1] === '"') {
      cells[last] += '"';
      i += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) cells.push('');
    else cells[last] += sign;
  }
  return cells;
};

/** Names of columns, each once: where case does not count, the same name again gets a number, and one without a name its place. */
export const namesIn = (head: string, delimiter: string): readonly string[] => {
  const used = new Set<string>();
  return cellsOf(head.replace(/^\uFEFF/, ''), delimiter).map((cell, place) => {
    const base = cell.trim() || `column ${place + 1}`;
    let name = base;
    for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${base} ${number}`;
    used.add(name.toLowerCase());
    return name;
  });
};
