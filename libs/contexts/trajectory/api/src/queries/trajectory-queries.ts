import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { connected, faultIn, faultInCursor, faultInMoments, faultOutside, momentsIn, notFound, notYet, placeIn, seenBy, type EdgeContext, type OtherAnswer } from '@perspectief/edge';
import { domains, type Domain } from '@perspectief/kernel';
import { ReadGate } from '@perspectief/runtime';
import { pageOf, placeOf, trackNames, TrajectoryPages, type TrackName } from '@perspectief/trajectory-read';
import { ClocksResult, TimelineResult, TrajectoryResult } from './answers.js';
import { ClocksArgs, TimelineArgs, TrajectoryArgs, type LookArgs } from './arguments.js';

/** The timeline's place is a time and a position. */
const PLACE = 2;

const faultInTimeline = ({ tracks, domains: laws, person, first, cursor }: TimelineArgs): OtherAnswer | undefined =>
  faultOutside('tracks', tracks, trackNames) ??
  faultOutside('domains', laws, domains) ??
  faultIn([
    ['person', person, 'isCode'],
    ['first', first, 'isWhole'],
  ]) ??
  faultInCursor(cursor, PLACE);

/** Pages of one trajectory: now, on another day, or as known before. */
@Resolver()
export class TrajectoryQueries {
  constructor(
    private readonly pages: TrajectoryPages,
    private readonly gate: ReadGate,
  ) {}

  @Query(() => TrajectoryResult, { name: 'trajectory' })
  async trajectory(@Args() args: TrajectoryArgs): Promise<object> {
    const hindrance = await this.hindrance('id', args.id, args);
    return hindrance ?? (await this.pages.trajectory(args.id, momentsIn(args))) ?? notFound('UNKNOWN_TRAJECTORY');
  }

  @Query(() => ClocksResult, { name: 'clocks' })
  async clocks(@Args() args: ClocksArgs): Promise<object> {
    const hindrance = await this.hindrance('trajectoryId', args.trajectoryId, args);
    if (hindrance) return hindrance;
    const clocks = await this.pages.clocks(args.trajectoryId, momentsIn(args));
    return clocks ? { clocks } : notFound('UNKNOWN_TRAJECTORY');
  }

  @Query(() => TimelineResult, { name: 'timeline' })
  async timeline(@Args() args: TimelineArgs, @Context() context: EdgeContext): Promise<object> {
    const hindrance = faultInTimeline(args) ?? (await this.hindrance('trajectoryId', args.trajectoryId, args));
    if (hindrance) return hindrance;
    const entries = await this.pages.timeline(args.trajectoryId, momentsIn(args));
    if (!entries) return notFound('UNKNOWN_TRAJECTORY');
    const filter = {
      tracks: (args.tracks as TrackName[] | null) ?? undefined,
      domains: (args.domains as Domain[] | null) ?? undefined,
      person: args.person ?? undefined,
    };
    return connected(pageOf(seenBy(context, entries), filter, args.first, args.cursor == null ? undefined : placeIn(args.cursor, PLACE)), placeOf);
  }

  /** Why there is no page to show: arguments that cannot be read, or a read model that is not there yet. */
  private async hindrance(field: string, id: string, look: LookArgs): Promise<OtherAnswer | undefined> {
    const fault = faultIn([
      [field, id, 'isUuid'],
      ['after', look.after, 'isPosition'],
    ]);
    if (fault) return fault;
    const blurred = faultInMoments(look);
    if (blurred) return blurred;
    return look.after == null || (await this.gate.reached(['trajectory'], look.after)) ? undefined : notYet();
  }
}
