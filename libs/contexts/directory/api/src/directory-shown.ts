import { createUnionType, ObjectType } from '@nestjs/graphql';
import { connectionOf, kindOf, MaybeCount, MaybeDay, MaybeText, otherAnswers, ShowFlag, ShowId, ShowText } from '@perspectief/edge';

@ObjectType('Person', { description: 'A member of staff. The dates are shown to administrators alone.' })
export class PersonShown {
  @ShowId() id!: string;
  @ShowText() name!: string;
  @ShowText() role!: string;
  @MaybeText() area?: string;
  @MaybeText() team?: string;
  @ShowFlag('Still in service.') active!: boolean;
  @MaybeText('Of an experience expert: lived, trained, certified or degree.') qualification?: string;
  @MaybeCount('How many tandems an expert can carry at once.') capacity?: number;
  @MaybeDay() secrecySignedOn?: string;
  @MaybeDay() conductCertificateOn?: string;
  @MaybeDay('The last day in service, where one is known.') until?: string;
}

@ObjectType('Team', { description: 'People of one area who stand in for each other.' })
export class TeamShown {
  @ShowId() id!: string;
  @ShowText() name!: string;
  @ShowText() area!: string;
}

@ObjectType('Area')
export class AreaShown {
  @ShowText() code!: string;
  @ShowText() name!: string;
}

export const PersonConnection = connectionOf(PersonShown, 'Person');
export const TeamConnection = connectionOf(TeamShown, 'Team');
export const AreaConnection = connectionOf(AreaShown, 'Area');

const resultOf = (name: string, Connection: ReturnType<typeof connectionOf>) =>
  createUnionType({ name, types: () => [Connection, ...otherAnswers] as const, resolveType: kindOf(Connection) });

export const PeopleResult = resultOf('PeopleResult', PersonConnection);
export const TeamsResult = resultOf('TeamsResult', TeamConnection);
export const AreasResult = resultOf('AreasResult', AreaConnection);
