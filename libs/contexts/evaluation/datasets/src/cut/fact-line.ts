import type { Recorded } from '@perspectief/kernel';
import type { TrajectoryFact } from '@perspectief/evaluation-replay';

/** A fact as it is laid aside. Names of fields would be half of it; which commands called for which others, nobody asks of a case. */
type Line = readonly [
  id: string, streamVersion: number, position: string, type: string, schemaVersion: number, data: object, happenedOn: string, recordedAt: string,
  actorId: string, actorRole: string, commandId: string, municipality: string,
];

export const lineOf = ({ id, streamVersion, position, type, schemaVersion, data, happenedOn, recordedAt, actor, commandId, municipality }: Recorded): string =>
  JSON.stringify([id, streamVersion, position, type, schemaVersion, data, happenedOn, recordedAt, actor.id, actor.role, commandId, municipality] satisfies Line);

const factOf = (stream: string, [id, streamVersion, position, type, schemaVersion, data, happenedOn, recordedAt, actorId, actorRole, commandId, municipality]: Line) =>
  ({
    id, stream, streamVersion, position, type, schemaVersion, data, happenedOn, recordedAt, actor: { id: actorId, role: actorRole },
    commandId, correlationId: commandId, causationId: commandId, municipality,
  }) as TrajectoryFact;

/** Facts of one stream, out of their lines. */
export const factsOf = (stream: string, lines: readonly string[]): readonly TrajectoryFact[] =>
  (JSON.parse(`[${lines.join(',')}]`) as readonly Line[]).map((line) => factOf(stream, line));
