import { deriveId } from '@perspectief/kernel';

/** Refusals that are looked at again each time: no receipt keeps them. */
const notKept = new Set(['UNKNOWN_COMMAND', 'INVALID_INPUT', 'COMMAND_ID_REUSED']);

export const groupedBy = (items, keyOf) => {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const outcomeOf = ({ accepted, refused }) => {
  if (refused) return `refused ${refused.code}`;
  const { stream, version, position, events } = accepted;
  return `accepted ${stream} ${version} ${events > 0 ? position : 'nothing'} ${events}`;
};

/** What was answered is what stands in the log: once, whole, at its place. */
function* answersAgainst(mine, receipt, { request, answers }) {
  const what = `${request.type} ${request.commandId}`;
  const kept = answers.filter(({ refused }) => !notKept.has(refused?.code));
  const outcomes = new Set(kept.map(outcomeOf));
  if (outcomes.size > 1) yield `${what} was answered in two ways: ${[...outcomes].join('; ')}`;
  if (kept.filter(({ accepted }) => accepted && !accepted.repeated).length > 1) yield `${what} was written twice, say its answers`;
  const [first] = kept;
  if (first && !receipt) yield `${what} was answered, and left no receipt`;
  if (!first) return;
  if (first.refused) {
    if (mine.length > 0) yield `${what} was refused, and wrote ${mine.length} events`;
    if (receipt && receipt.refused?.code !== first.refused.code) yield `${what} was refused with ${first.refused.code}, and its receipt says otherwise`;
    return;
  }
  const { stream, version, position, events } = first.accepted;
  if (mine.length !== events) yield `${what} was accepted with ${events} events, and the log has ${mine.length}`;
  else if (events > 0 && (mine.at(-1).stream !== stream || mine.at(-1).streamVersion !== version || mine.at(-1).position !== position))
    yield `${what} stands elsewhere than it was told`;
}

function* receiptsAgainst(byCommand, receipts) {
  const known = new Map(receipts.map((receipt) => [receipt.commandId, receipt]));
  for (const commandId of byCommand.keys()) if (!known.has(commandId)) yield `command ${commandId} wrote events and left no receipt`;
  for (const { commandId, stream, before, after, refused } of receipts) {
    const mine = byCommand.get(commandId) ?? [];
    const wanted = refused ? 0 : after - before;
    const whole = mine.length === wanted && mine.every((event, n) => event.stream === stream && event.streamVersion === before + n + 1);
    if (!whole) yield `the receipt of command ${commandId} and its events do not agree`;
  }
}

function* ordered(events) {
  for (const [stream, mine] of groupedBy(events, (event) => event.stream)) {
    const gap = mine.findIndex(({ streamVersion }, n) => streamVersion !== n + 1);
    if (gap >= 0) yield `${stream} has version ${mine[gap].streamVersion} in place ${gap + 1} of the log's order`;
  }
  if (new Set(events.map(({ id }) => id)).size < events.length) yield 'two events have one id';
}

/** Nobody writes but those who were asked: clients, the claims of their commands, policies, the clock. */
function* uninvited(events, asked) {
  for (const { commandId, actor, type } of events) if (!asked.has(commandId) && actor.id !== 'clock') yield `${type} was written by command ${commandId}, that nobody sent`;
}

/** `events` in the order of the log. */
export function* checkLog({ operations, prepared, events, receipts, reactions }) {
  const byCommand = groupedBy(events, ({ commandId }) => commandId);
  const receiptOf = new Map(receipts.map((receipt) => [receipt.commandId, receipt]));
  for (const operation of operations) {
    const { commandId } = operation.request;
    yield* answersAgainst(byCommand.get(commandId) ?? [], receiptOf.get(commandId), operation);
  }
  yield* receiptsAgainst(byCommand, receipts);
  yield* ordered(events);
  const sent = operations.map(({ request }) => request.commandId);
  const asked = new Set([...prepared, ...sent, ...reactions.map(({ commandId }) => commandId)]);
  yield* uninvited(events, new Set([...asked, ...[...asked].map((commandId) => deriveId(commandId, 'claim'))]));
}
