import { categoryOf, idOfStream, type Recorded, type Uuid } from '@perspectief/kernel';
import { spentFromPots } from '@perspectief/evaluation-measures';
import { spendingDecisions, withoutPersonal, type PotDecisions, type PotFact, type RuleSet } from '@perspectief/evaluation-replay';

const ofMoney: ReadonlySet<string> = new Set(['PaymentRecorded', 'BuyOutPaidFromPool', 'RefundRecorded']);

/** Listens along while the log is read for trajectories: which pots they asked, what these paid, and, if wanted, all that pots decided. */
export class PotWatch {
  private readonly paid: PotFact[] = [];
  private readonly asked = new Map<Uuid, Set<Uuid>>();
  private readonly whole = new Map<string, PotFact[]>();

  constructor(private readonly keepDecisions: boolean) {}

  async *over(log: AsyncIterable<readonly Recorded[]>, position: string): AsyncGenerator<readonly Recorded[]> {
    for await (const batch of log) {
      for (const event of batch) if (event.position <= position && categoryOf(event.stream) === 'pooledBudget') this.note(event as PotFact);
      yield batch;
    }
  }

  potsOf(trajectoryId: Uuid): readonly Uuid[] {
    return [...(this.asked.get(trajectoryId) ?? [])];
  }

  /** Whole euro cents by trajectory. */
  spent(): ReadonlyMap<string, number> {
    return spentFromPots(this.paid);
  }

  decisions(rules: RuleSet): readonly PotDecisions[] {
    return [...this.whole.values()].map((facts) => spendingDecisions(facts, rules));
  }

  private note(event: PotFact): void {
    const fact = withoutPersonal(event);
    const { trajectoryId } = fact.data as { readonly trajectoryId?: Uuid };
    const potId = idOfStream(fact.stream);
    if (trajectoryId !== undefined) this.asked.set(trajectoryId, (this.asked.get(trajectoryId) ?? new Set()).add(potId));
    if (ofMoney.has(fact.type)) this.paid.push(fact);
    if (!this.keepDecisions) return;
    const known = this.whole.get(potId);
    if (known) known.push(fact);
    else this.whole.set(potId, [fact]);
  }
}
