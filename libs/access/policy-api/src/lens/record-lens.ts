import type { Part } from '@perspectief/access';

interface Summary {
  readonly requestId: string;
}

/** A decision record as the API tells it, as far as the lens touches it. */
export interface RecordTold {
  readonly impact: unknown;
  readonly earlier: readonly Summary[];
  readonly similar: readonly Summary[];
}

/** Other requests stay those that the viewer may see by themselves; what the pot has is for who accounts for it. */
export const recordSeen = async <Told extends RecordTold>(
  record: Told,
  parts: ReadonlySet<Part>,
  mayRequests: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<Told> => {
  const seen = await mayRequests([...record.earlier, ...record.similar].map(({ requestId }) => requestId));
  const only = (summaries: readonly Summary[]): readonly Summary[] => summaries.filter(({ requestId }) => seen.has(requestId));
  return { ...record, earlier: only(record.earlier), similar: only(record.similar), impact: parts.has('accounts') ? record.impact : null };
};

/** What a household got, from the pots that the viewer may see. */
export const spendSeen = async <Pot extends { readonly budgetId: string }>(
  answer: { readonly pots: readonly Pot[] },
  mayPot: (budgetId: string) => Promise<boolean>,
): Promise<object> => {
  const seen = await Promise.all(answer.pots.map(async (pot) => ((await mayPot(pot.budgetId)) ? [pot] : [])));
  return { ...answer, pots: seen.flat() };
};
