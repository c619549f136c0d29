/** How a day is typed here: "19-11-2026". */
export const typedDay = (iso: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso.split('-').reverse().join('-') : iso);

const exists = (year: number, month: number, day: number): boolean => {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
};

/** The day that somebody typed, as the API writes it: "19-11-2026", "19/11/26", "19 11 2026" or "2026-11-19"; undefined when it is none. */
export const dayFrom = (typed: string): string | undefined => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed.trim());
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(typed.trim());
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : dutch ? [dutch[3], dutch[2], dutch[1]] : [];
  if (!year || !month || !day) return undefined;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return exists(full, Number(month), Number(day)) ? `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
};
