import { ageOf } from '@perspectief/household-read';
import { dayOf, formatAmount } from '@perspectief/kernel';
import type { ExportedFact, HouseholdExport } from './household-export.js';

const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => SPECIAL[sign] ?? sign);

const row = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? '<p>Hierover is niets vastgelegd.</p>'
    : `<table><thead><tr>${head.map((cell) => `<th scope="col">${safe(cell)}</th>`).join('')}</tr></thead><tbody>${rows.map(row).join('')}</tbody></table>`;

const day = (moment: string): string => dayOf(moment).split('-').reverse().join('-');

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#111}
table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{border:1px solid #777;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}`;

const written = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(written).join(', ');
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([name, part]) => `${name}: ${written(part)}`).join('; ');
  return String(value);
};

const factRow = ({ type, happenedOn, actor, data }: ExportedFact): readonly string[] => [day(happenedOn), type, actor.role, written(data)];

const membersOf = ({ household }: HouseholdExport): string =>
  table(
    ['Naam', 'Geboren op', 'Leeftijd', 'Hoort erbij vanaf'],
    household.members.map((member) => [member.name, day(member.birthDate), String(ageOf(member) ?? ''), day(member.from)]),
  );

/** Left out where the reader gets no facts: what is said above is then all of it. */
const wordForWord = (facts: HouseholdExport['facts']): string =>
  facts.length === 0 ? '' : `<h2>Alles, woord voor woord</h2>\n${table(['Dag', 'Soort', 'Wie', 'Wat er staat'], facts.map(factRow))}`;

/** The export as one page that can be printed: nothing is fetched from elsewhere. In Dutch, for the household. */
export const householdExportPage = (all: HouseholdExport): string => {
  const { household, trajectories, spending, facts } = all;
  const stories = trajectories.map(({ page, timeline }) =>
    [
      `<h2>Uw traject vanaf ${safe(day(page.openedOn))}</h2>`,
      table(['Dag', 'Wat er gebeurde'], timeline.map(({ happenedOn, sentence }) => [day(happenedOn), sentence.nl])),
    ].join('\n'),
  );
  const money = spending.map(({ request, reasons }) => [day(request.requestedOn), `€ ${formatAmount(request.amount).replace('.', ',')}`, reasons.purpose, reasons.payee]);
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Wat wij van u bewaren</title><style>${STYLE}</style></head>
<body><h1>Wat wij van u bewaren</h1>
<p>Dit is alles wat over uw huishouden is vastgelegd. Gemaakt op ${safe(day(all.made.slice(0, 10)))}. Klopt er iets niet? Zeg het uw coach.</p>
<h2>Wie u bent</h2>
<p>${safe(household.name ?? '')}</p>
${membersOf(all)}
<h2>Waar u woont en woonde</h2>
${table(['Vanaf', 'Adres', 'Wijk'], household.residences.map(({ from, address, area }) => [day(from), address, area]))}
<h2>Waarom wetten gegevens mogen delen</h2>
${table(['Vanaf', 'Wet', 'Doel', 'Grond', 'Met'], household.sharingGrounds.map((one) => [day(one.recordedOn), one.law, one.purpose, one.ground, one.domains.join(', ')]))}
${stories.join('\n')}
<h2>Geld uit het gezamenlijke budget</h2>
${table(['Dag', 'Bedrag', 'Waarvoor', 'Aan'], money)}
${wordForWord(facts)}
</body></html>
`;
};
