import type { Area, Directory, Person, Team } from '@perspectief/directory';

export const MUNICIPALITY = 'groningen';

const NAMES = ['Beijum', 'Lewenborg', 'Selwerd', 'De Wijert-Noord', 'Indische Buurt/De Hoogte', 'Ten Boer', 'Haren'] as const;

const codeOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-');

export const areas: readonly Area[] = NAMES.map((name) => ({ code: codeOf(name), name, municipality: MUNICIPALITY }));
export const areaNames: Readonly<Record<string, string>> = Object.fromEntries(areas.map(({ code, name }) => [code, name]));

const teams: readonly Team[] = areas.map(({ code, name }) => ({
  id: `team-${code}`,
  name: `Wijkteam ${name}`,
  municipality: MUNICIPALITY,
  area: code,
}));

/** How many of each stand in an area's team; the experts' capacity is well above what the caseload asks. */
const COACHES = 5;
const EXPERTS = 3;
const EXPERT_CAPACITY = 8;

/** Readable, for whoever tries the API by hand: `coach-beijum-1`. */
const idOf = (alias: string): string => alias;

const inTeam = (role: Person['role'], alias: string, title: string, { code, name }: Area, n: number): Person => ({
  id: idOf(`${alias}-${code}-${n}`),
  municipality: MUNICIPALITY,
  role,
  name: `${title} ${name} ${n}`,
  area: code,
  team: `team-${code}`,
});

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

const coaches = areas.flatMap((area) => numbers(COACHES).map((n) => inTeam('neighbourhood-coach', 'coach', 'Coach', area, n)));
const experts = areas.flatMap((area) =>
  numbers(EXPERTS).map((n): Person => ({
    ...inTeam('experience-expert', 'expert', 'Ervaringsdeskundige', area, n),
    qualification: 'certified',
    secrecySignedOn: '2022-01-10',
    conductCertificateOn: '2021-12-01',
    capacity: EXPERT_CAPACITY,
  })),
);
const counsellors = areas.map((area) => inTeam('debt-counsellor', 'counsellor', 'Schuldhulpverlener', area, 1));
const holders = areas.flatMap((area) => numbers(2).map((n) => inTeam('budget-holder', 'holder', 'Budgethouder', area, n)));

/** Of the whole municipality, without an area or a team. */
const ofMunicipality = (role: Person['role'], title: string, count: number): readonly Person[] =>
  numbers(count).map((n) => ({ id: idOf(`${role}-${n}`), municipality: MUNICIPALITY, role, name: `${title} ${n}` }));

const others = [
  ...ofMunicipality('evaluator', 'Onderzoeker', 2),
  ...ofMunicipality('microdata-evaluator', 'Microdata-onderzoeker', 1),
  ...ofMunicipality('administrator', 'Beheerder', 1),
  ...ofMunicipality('privacy-officer', 'Functionaris gegevensbescherming', 2),
];

/** How many households of an area have somebody who signs in to the own page. */
const RESIDENTS = 2;

const residents = areas.flatMap((area) =>
  numbers(RESIDENTS).map((n): Person => {
    const { team: _, ...resident } = inTeam('household-member', 'resident', 'Bewoner', area, n);
    return resident;
  }),
);

const people: readonly Person[] = [...coaches, ...experts, ...counsellors, ...holders, ...others, ...residents];

/** Who of a household of the demo signs in: somebody of the first two of each area. */
export const residentOf = (n: number): string | undefined =>
  n < areas.length * RESIDENTS ? residents[(n % areas.length) * RESIDENTS + Math.floor(n / areas.length)]?.id : undefined;

/** Who works on one household of the demo. */
export interface Crew {
  readonly area: string;
  readonly coach: string;
  readonly colleague: string;
  readonly expert: string;
  readonly otherExpert: string;
  readonly counsellor: string;
}

const inArea = (staff: readonly Person[], area: string, n: number): string => {
  const mine = staff.filter((person) => person.area === area);
  return (mine[n % mine.length] as Person).id;
};

/** Ids of those who stand in the team of an area; without an area, of all. */
const idsIn = (staff: readonly Person[], area?: string): readonly string[] =>
  staff.filter((person) => area === undefined || person.area === area).map(({ id }) => id);

/** In the sixth household of each area's first coach something was reported this week. */
export const isFreshReport = (n: number): boolean => Math.floor(n / areas.length) === COACHES;

export const coachesIn = (area?: string): readonly string[] => idsIn(coaches, area);
export const holdersIn = (area?: string): readonly string[] => idsIn(holders, area);

/** Round the teams, so that nobody of the demo carries more than the others. */
export const crewOf = (n: number): Crew => {
  const area = (areas[n % areas.length] as Area).code;
  const turn = Math.floor(n / areas.length);
  return {
    area,
    coach: inArea(coaches, area, turn),
    colleague: inArea(coaches, area, turn + 1),
    expert: inArea(experts, area, turn),
    otherExpert: inArea(experts, area, turn + 1),
    counsellor: inArea(counsellors, area, 0),
  };
};

export const enrolStaff = async (directory: Directory): Promise<number> => {
  for (const area of areas) await directory.putArea(area);
  for (const team of teams) await directory.putTeam(team);
  for (const person of people) await directory.put(person);
  return people.length;
};
