import { roles, type Area, type Person, type Role } from '@perspectief/directory';
import { both, escaped, page } from './page.js';

/** A role in the words of whoever chooses it. */
const roleWords: Readonly<Record<Role, readonly [nl: string, en: string]>> = {
  'neighbourhood-coach': ['Wijkcoach', 'neighbourhood coach'],
  'debt-counsellor': ['Schuldhulpverlener', 'debt counsellor'],
  'experience-expert': ['Ervaringsdeskundige', 'experience expert'],
  'budget-holder': ['Budgethouder', 'budget holder'],
  'household-member': ['Lid van een huishouden', 'member of a household'],
  evaluator: ['Onderzoeker', 'evaluator'],
  'microdata-evaluator': ['Microdata-onderzoeker', 'microdata evaluator'],
  administrator: ['Beheerder', 'administrator'],
  'privacy-officer': ['Functionaris gegevensbescherming', 'privacy officer'],
};

/** What the list is narrowed to; an empty text narrows nothing. */
export interface Narrowing {
  readonly role: string;
  readonly area: string;
  readonly search: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 100) : '');

export const narrowingIn = ({ role, area, search }: Readonly<Record<string, unknown>>): Narrowing => ({
  role: textOf(role),
  area: textOf(area),
  search: textOf(search),
});

const shown = (people: readonly Person[], { role, area, search }: Narrowing): readonly Person[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const text = `${person.name} ${person.id} ${roleWords[person.role].join(' ')}`.toLowerCase();
    return (!role || person.role === role) && (!area || person.area === area) && words.every((word) => text.includes(word));
  });
};

const option = (value: string, chosen: string, label: string): string =>
  `<option value="${escaped(value)}"${value === chosen ? ' selected' : ''}>${escaped(label)}</option>`;

const choice = (name: string, label: string, chosen: string, options: readonly (readonly [string, string])[]): string =>
  `<div><label for="${name}">${label}</label><select id="${name}" name="${name}">${option('', chosen, 'Alle · all')}${options
    .map(([value, words]) => option(value, chosen, words))
    .join('')}</select></div>`;

const searchForm = (narrowing: Narrowing, areas: readonly Area[]): string =>
  `<form method="get" class="search" role="search">
${choice('role', both('Rol', 'role'), narrowing.role, roles.map((role) => [role, roleWords[role].join(' · ')]))}
${choice('area', both('Gebied', 'area'), narrowing.area, areas.map(({ code, name }) => [code, name]))}
<div><label for="search">${both('Naam', 'name')}</label><input type="search" id="search" name="search" maxlength="100" value="${escaped(narrowing.search)}"></div>
<button type="submit">${both('Zoek', 'search').replace(' lang="en"', '')}</button>
</form>`;

const personButton = ({ id, name, area }: Person, areas: ReadonlyMap<string, string>): string =>
  `<li><button type="submit" name="person" value="${escaped(id)}">${escaped(name)}<small>${escaped([areas.get(area ?? ''), id].filter(Boolean).join(' · '))}</small></button></li>`;

const groupOf = (role: Role, people: readonly Person[], areas: ReadonlyMap<string, string>): string =>
  people.length === 0 ? '' : `<h2 id="${role}">${both(...roleWords[role])}</h2>\n<ul>${people.map((person) => personButton(person, areas)).join('\n')}</ul>`;

/** The demo's sign-in: choose who you are. Works by keyboard alone and without scripts. */
export const choosePage = (people: readonly Person[], areas: readonly Area[], narrowing: Narrowing): string => {
  const found = shown(people, narrowing);
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return page(
    ['Wie ben je vandaag?', 'Who are you today?'],
    `<p class="note"><strong>${both('Dit is een demonstratie.', 'This is a demonstration.')}</strong><br>
${both(
  'Alle mensen en huishoudens zijn verzonnen en er is geen wachtwoord. In het echt meld je je aan bij je eigen gemeente.',
  'All people and households are made up, and there is no password. In reality you sign in with your own municipality.',
)}</p>
${searchForm(narrowing, areas)}
<p role="status">${both(`${found.length} mensen gevonden.`, `${found.length} people found.`)}</p>
<nav aria-label="Rollen">${roles
  .filter((role) => found.some((person) => person.role === role))
  .map((role) => `<a href="#${role}">${escaped(roleWords[role][0])}</a>`)
  .join(' ')}</nav>
<form method="post">
${roles.map((role) => groupOf(role, found.filter((person) => person.role === role), names)).join('\n')}
</form>`,
  );
};
