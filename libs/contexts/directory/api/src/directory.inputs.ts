import { InputType } from '@nestjs/graphql';
import { qualifications, roles, type Qualification, type Role } from '@perspectief/directory';
import { Choice, Code, Day, Flag, PersonId, Whole } from '@perspectief/edge';
import type { BusinessDate } from '@perspectief/kernel';

const MOST_TANDEMS = 100;

@InputType({ description: 'Puts a person in place of what stood there; what is left out is gone.' })
export class PutPersonInput {
  @PersonId() id!: string;
  @Choice(roles) role!: Role;
  @Code({ optional: true, says: 'Of staff; that of a resident stands in the file alone.' }) name?: string;
  @Choice(qualifications, { optional: true, says: 'Of an experience expert.' }) qualification?: Qualification;
  @Day({ optional: true, says: 'When the statement of secrecy was signed.' }) secrecySignedOn?: BusinessDate;
  @Day({ optional: true, says: 'Date of the certificate of conduct.' }) conductCertificateOn?: BusinessDate;
  @Whole({ optional: true, max: MOST_TANDEMS, says: 'How many tandems an expert can carry at once.' }) capacity?: number;
  @Code({ optional: true }) area?: string;
  @Code({ optional: true }) team?: string;
  @Flag({ optional: true, says: 'False for who left the service; left out, true.' }) active?: boolean;
  @Day({ optional: true, says: 'The last day in service, also one to come; left out, none is known.' }) until?: BusinessDate;
}

@InputType()
export class PutTeamInput {
  @PersonId() id!: string;
  @Code() name!: string;
  @Code() area!: string;
}

@InputType()
export class PutAreaInput {
  @Code({ says: 'The name in lower case, hyphens for the rest.' }) code!: string;
  @Code() name!: string;
}
