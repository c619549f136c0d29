import type { Area, Person, Team } from '@perspectief/directory';
import type { BusinessDate, Refusal } from '@perspectief/kernel';
import type { PutAreaInput, PutPersonInput, PutTeamInput } from './directory.inputs.js';
import type { DirectoryRefusal } from './directory.sentences.js';

/** What a change is checked against. */
export interface Standing {
  readonly administrator: Person;
  readonly today: BusinessDate;
  readonly areas: readonly Area[];
  readonly teams: readonly Team[];
  /** What stood under the id before. */
  readonly before?: { readonly municipality: string } | undefined;
}

/** Who watches over privacy in the municipality, in service today. */
export type Officers = readonly Pick<Person, 'id' | 'role' | 'active' | 'until'>[];

type Rule = Refusal | false | undefined;

const PLAIN_CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const EXPERT_FIELDS = ['qualification', 'capacity'] as const;
const DATES = ['secrecySignedOn', 'conductCertificateOn'] as const;

const no = (code: DirectoryRefusal, field: string): Refusal => ({ code, field });
const first = (rules: readonly Rule[]): Refusal | undefined => rules.find((rule): rule is Refusal => typeof rule === 'object');

const isElsewhere = ({ before, administrator }: Standing): boolean => before !== undefined && before.municipality !== administrator.municipality;

const areaIsKnown = (area: string | undefined, { areas, administrator }: Standing): Rule =>
  area !== undefined && !areas.some(({ code, municipality }) => code === area && municipality === administrator.municipality) && no('UNKNOWN_AREA', 'area');

const teamFits = ({ team, area }: PutPersonInput, { teams, administrator }: Standing): Rule => {
  if (team === undefined) return false;
  const known = teams.find(({ id, municipality }) => id === team && municipality === administrator.municipality);
  if (!known) return no('UNKNOWN_TEAM', 'team');
  return area !== undefined && known.area !== area && no('TEAM_OF_ANOTHER_AREA', 'team');
};

const nameFits = ({ role, name }: PutPersonInput): Rule =>
  role === 'household-member' ? name !== undefined && no('NAME_NOT_KEPT', 'name') : name === undefined && no('NAME_MISSING', 'name');

/** An officer whose last day is known leaves nobody behind. */
const stays = ({ role, active = true, until }: Officers[number]): boolean => role === 'privacy-officer' && active && until === undefined;

const officerIsLeft = (input: PutPersonInput, officers: Officers): Rule =>
  officers.some(({ id }) => id === input.id) && !stays(input) && !officers.some((one) => one.id !== input.id && stays(one)) && no('LAST_OFFICER', 'id');

export const refusalOfPerson = (input: PutPersonInput, standing: Standing, officers: Officers): Refusal | undefined =>
  first([
    isElsewhere(standing) && no('OTHER_MUNICIPALITY', 'id'),
    input.id === standing.administrator.id && no('OWN_RECORD', 'id'),
    officerIsLeft(input, officers),
    nameFits(input),
    ...EXPERT_FIELDS.map((field): Rule => input.role !== 'experience-expert' && input[field] !== undefined && no('NOT_AN_EXPERT', field)),
    ...DATES.map((field): Rule => (input[field] ?? '') > standing.today && no('IN_THE_FUTURE', field)),
    areaIsKnown(input.area, standing),
    teamFits(input, standing),
  ]);

export const refusalOfTeam = ({ area }: PutTeamInput, standing: Standing): Refusal | undefined =>
  first([isElsewhere(standing) && no('OTHER_MUNICIPALITY', 'id'), areaIsKnown(area, standing)]);

export const refusalOfArea = ({ code }: PutAreaInput): Refusal | undefined => first([!PLAIN_CODE.test(code) && no('AREA_CODE_NOT_PLAIN', 'code')]);
