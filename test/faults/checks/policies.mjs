/** Everything that an event calls for was noted and sent, once; nothing else was. `called` is what the log calls for, worked out anew. */
export function* checkPolicies({ called, reactions, receipts, otherwiseId }) {
  const receiptOf = new Map(receipts.map((receipt) => [receipt.commandId, receipt]));
  const noted = new Map(reactions.map((reaction) => [reaction.commandId, reaction]));
  const wanted = new Set(called.map(({ commandId }) => commandId));
  for (const { commandId, policy } of called) if (!noted.has(commandId)) yield `${policy} was called for and noted nothing (${commandId})`;
  for (const { commandId, refused, otherwise } of reactions) if (refused && otherwise) wanted.add(otherwiseId(commandId));
  for (const { commandId, policy, state, refused } of reactions) {
    const receipt = receiptOf.get(commandId);
    if (!wanted.has(commandId)) yield `${policy} noted ${commandId}, and nothing called for it`;
    if (state === 'pending') yield `${policy} never sent ${commandId}`;
    else if (!receipt) yield `${policy} says that it sent ${commandId}, and there is no receipt`;
    else if ((receipt.refused?.code ?? null) !== refused) yield `${policy} says ${refused ?? 'accepted'} of ${commandId}, and the log ${receipt.refused?.code ?? 'accepted'}`;
  }
}
