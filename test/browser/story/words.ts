import { readJson, type Told } from './story.js';

type Words = { readonly [key: string]: string | Words };

const commands = readJson<Record<string, { title: string; 'title_household-member'?: string; send?: string; fields?: Record<string, string> }> & { fields: Record<string, string>; form: Record<string, string>; conflict: Record<string, string> }>('apps/web/src/commands/locales/nl.json');
const terms = readJson<Record<string, Record<string, string>>>('apps/web/src/terms/locales/nl.json');

export const words = (feature: string): Words => readJson<Words>(`apps/web/src/features/${feature}/locales/nl.json`);

const nameOf = (type: string): string => `${type[0]?.toLowerCase()}${type.slice(1)}`;

/** The name of every command with its words, such as `registerDebt`. */
export const titles: readonly (readonly [name: string, title: string])[] = Object.entries(commands).filter(([, { title }]) => title !== undefined).map(([name, { title }]) => [name, title]);
export const titleOf = (type: string): string => commands[nameOf(type)]?.title ?? type;
/** What a household reads above the same form, about itself. */
export const ownTitleOf = (type: string): string => commands[nameOf(type)]?.['title_household-member'] ?? titleOf(type);
export const sendOf = (type: string): string => commands[nameOf(type)]?.send ?? commands.form['send'] ?? '';
export const labelOf = (type: string, field: string): string => {
  const label = commands[nameOf(type)]?.fields?.[field] ?? (commands.fields as unknown as Record<string, string>)[field];
  if (!label) throw new Error(`no words for ${field} of ${type}`);
  return label;
};
export const startOver = commands.form['startOver'] ?? '';
/** Said to what somebody else changed meanwhile. */
export const holdOn = commands.conflict['mine'] ?? '';
export const otherDay = commands.form['otherDay'] ?? '';
export const happenedOn = commands.form['happenedOn'] ?? '';
export const wrongBsn = (commands as unknown as { errors: Record<string, string> }).errors['bsn'] ?? '';

export const term = (group: string, code: unknown): string => {
  const word = terms[group]?.[String(code)];
  if (!word) throw new Error(`no word for ${group}.${String(code)}`);
  return word;
};

/** "2024-01-12" as it is typed. */
export const typedDay = (day: unknown): string => String(day).slice(0, 10).split('-').reverse().join('-');

const cents = (amount: unknown): number => Math.round(Number(amount) * 100);
/** "1234.50" as it is typed: "1234,50". */
export const typedAmount = (amount: unknown): string => String(amount).replace('.', ',');
/** "1234.50" as it stands on a page. */
export const money = (amount: unknown): string =>
  new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR', minimumFractionDigits: cents(amount) % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 }).format(cents(amount) / 100);
/** "2024-01-12" as it stands on a page. */
export const day = (on: unknown): string => new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${String(on).slice(0, 10)}T12:00:00Z`));

export const part = (told: Told, ...without: readonly string[]): readonly (readonly [string, unknown])[] => Object.entries(told).filter(([key]) => !without.includes(key));
