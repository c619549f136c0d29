import type { Option } from '@perspectief/ui';
import type { Choices } from '../../commands/field-control';
import { AREAS } from '../../commands/fields';
import type { NameOf } from '../../data/people';
import type { Colleague } from '../../data/colleagues';
import type { Term } from '../../terms/use-term';
import type { Household, Trajectory } from './page-context';

export interface Words {
  readonly term: Term;
  readonly money: (amount: string) => string;
  readonly day: (day: string) => string;
  readonly nameOf: NameOf;
}

const people = (colleagues: readonly Colleague[], role: string): Option[] =>
  colleagues.filter((one) => one.role === role).map(({ id, name }) => ({ value: id, label: name }));

/** What forms of this household can choose from. */
export const choicesOf = (trajectory: Trajectory, household: Household | undefined, colleagues: readonly Colleague[], { term, money, day }: Words): Choices => {
  const members = (household?.members ?? []).filter(({ present }) => present).map(({ memberId, name, role }) => ({ value: memberId, label: name, note: term('role', role) }));
  const [coaches, experts] = [people(colleagues, 'neighbourhood-coach'), people(colleagues, 'experience-expert')];
  return {
    debts: trajectory.debts.filter(({ settlement }) => settlement.phase === 'open').map(({ debtId, creditor, claim }) => ({ value: debtId, label: creditor, note: money(claim) })),
    goals: trajectory.plan.goals.filter(({ phase }) => phase === 'open').map(({ goalId, wish }) => ({ value: goalId, label: wish })),
    threats: trajectory.threats.filter(({ phase }) => phase === 'open').map(({ threatId, threat, threatensOn }) => ({ value: threatId, label: term('threat', threat), note: day(threatensOn) })),
    applications: trajectory.applications.filter(({ phase }) => phase === 'open').map(({ applicationId, kind, receivedOn }) => ({ value: applicationId, label: term('applicationKind', kind), note: day(receivedOn) })),
    members,
    coaches,
    experts,
    people: [...members, ...coaches, ...experts],
    readers: [...['neighbourhood-coach', 'experience-expert', 'debt-counsellor', 'household-member'].map((role) => ({ value: role, label: term('reader', role) })), ...members],
    areas: AREAS.map((area) => ({ value: area, label: term('area', area) })),
  };
};
