import { Inject } from '@nestjs/common';
import { Args, createUnionType, ID, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { householdExportPage, type HouseholdExport, type Platform } from '@perspectief/assembly';
import { kindOf, notFound, otherAnswers, ShowMoment, ShowText } from '@perspectief/edge';
import type { Uuid } from '@perspectief/kernel';
import { PLATFORM } from '../tokens.js';

@ObjectType('HouseholdExport', { description: 'What is kept of a household, as far as whoever asks may read it (AVG 15). Amounts are whole cents.' })
export class HouseholdExportShown {
  @ShowMoment() made!: string;
  @ShowText('Name for a file.') name!: string;
  @ShowText('JSON, for machines.') content!: string;
  @ShowText('One page in Dutch to read and print: HTML that fetches nothing.') page!: string;
}

const HouseholdExportResult = createUnionType({
  name: 'HouseholdExportResult',
  types: () => [HouseholdExportShown, ...otherAnswers] as const,
  resolveType: kindOf(HouseholdExportShown),
});

/** The right of access. Texts are sealed here; they are opened for the reader on their way out, and only then put into words. */
@Resolver(() => HouseholdExportShown)
export class HouseholdExportQuery {
  constructor(@Inject(PLATFORM) private readonly platform: Pick<Platform, 'exports'>) {}

  @Query(() => HouseholdExportResult, { name: 'householdExport', description: 'For the household itself, and for a privacy officer with emergency access.' })
  async householdExport(@Args('id', { type: () => ID }) id: Uuid): Promise<object> {
    return (await this.platform.exports.gather(id, new Date())) ?? notFound('UNKNOWN_HOUSEHOLD');
  }

  @ResolveField('name', () => String)
  name(@Parent() { made }: HouseholdExport): string {
    return `perspectief-${made.slice(0, 10)}.json`;
  }

  @ResolveField('content', () => String)
  content(@Parent() all: HouseholdExport): string {
    return JSON.stringify(all, null, 2);
  }

  @ResolveField('page', () => String)
  page(@Parent() all: HouseholdExport): string {
    return householdExportPage(all);
  }
}
