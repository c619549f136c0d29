import type { Type } from '@nestjs/common';
import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { kindOf, MaybeDay, MaybeId, MaybeText, otherAnswers, PageInfo, Sentence, ShowCount, ShowDay, ShowFlag, ShowId, ShowIds, ShowMoment, ShowText } from '@perspectief/edge';

@ObjectType('Deed', { description: 'The same deed of one person on one day, as often as it was done.' })
export class DeedShown {
  @ShowText('read, write, denied, listed, exported or break-glass') action!: string;
  @ShowText('Name of the query or command.') what!: string;
  @Field(() => Sentence) sentence!: Sentence;
  @Field(() => Sentence) purpose!: Sentence;
  @MaybeText('The law in whose work it was done.') law?: string;
  @ShowCount() times!: number;
  @ShowMoment() firstAt!: string;
  @ShowMoment() lastAt!: string;
}

@ObjectType('Visit', { description: 'All that one person did with the file on one day.' })
export class VisitShown {
  @ShowDay() day!: string;
  @MaybeId('Null for a resident from outside the household, when the household itself asks.') personId?: string;
  @ShowText('Name of the person, or what the system is called.') who!: string;
  @ShowText() role!: string;
  @Field(() => Sentence) roleInWords!: Sentence;
  @Field(() => Sentence, { description: 'The whole visit in one plain sentence.' }) sentence!: Sentence;
  @ShowFlag('Emergency access was used.') breakGlass!: boolean;
  @ShowCount('How many deeds in all.') times!: number;
  @Field(() => [DeedShown]) deeds!: readonly DeedShown[];
}

@ObjectType('Look', { description: 'One look at files, as it is kept. No word of the file itself.' })
export class LookShown {
  @ShowId() id!: string;
  @ShowMoment() at!: string;
  @ShowId() personId!: string;
  @ShowText() who!: string;
  @ShowText() role!: string;
  @Field(() => Sentence) roleInWords!: Sentence;
  @ShowText() action!: string;
  @ShowText() what!: string;
  @Field(() => Sentence) sentence!: Sentence;
  @Field(() => Sentence) purpose!: Sentence;
  @MaybeText() law?: string;
  @ShowIds() householdIds!: readonly string[];
  @ShowIds() trajectoryIds!: readonly string[];
  @MaybeDay('The day that the page was asked for.') asOf?: string;
  @MaybeText('The person, team or area that work on the directory was about.') about?: string;
}

@ObjectType('ReaderLogFile')
export class ReaderLogFile {
  @ShowText() name!: string;
  @ShowText() mediaType!: string;
  @ShowCount('How many looks it holds.') looks!: number;
  @ShowText('The file itself.') content!: string;
}

/** A page without a count of all: to count years of looks costs more than to read them. */
const pageOf = <Node extends object>(Node: Type<Node>, name: string) => {
  @ObjectType(`${name}Edge`)
  class NodeEdge {
    @Field(() => Node) node!: Node;
    @ShowText() cursor!: string;
  }

  @ObjectType(`${name}Connection`)
  class NodeConnection {
    @Field(() => [NodeEdge]) edges!: readonly NodeEdge[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }
  return NodeConnection;
};

const union = <Asked extends Type>(name: string, Asked: Asked) =>
  createUnionType({ name, types: () => [Asked, ...otherAnswers] as const, resolveType: kindOf(Asked) });

export const VisitConnection = pageOf(VisitShown, 'Visit');
export const LookConnection = pageOf(LookShown, 'Look');
export const ReaderLogResult = union('ReaderLogResult', VisitConnection);
export const LooksResult = union('LooksResult', LookConnection);
export const ReaderLogFileResult = union('ReaderLogFileResult', ReaderLogFile);
