import { deriveId } from '../../libs/kernel/dist/index.js';

const actor = { id: 'coach-1', role: 'neighbourhood-coach' };
const CHUNK = 10;

/** The first events of a trajectory with debts and a plan; what follows are the contacts of two years. */
const beginning = (trajectoryId, n, coachId) => {
  const id = (...parts) => deriveId('bench', n, ...parts);
  const householdId = id('household');
  const debts = Array.from({ length: 5 }, (_, d) => ({
    type: 'DebtRegistered',
    data: { debtId: id('debt', d), creditor: `schuldeiser ${d}`, claim: 100_000 + d, rank: 'concurrent', treatment: 'included', kind: 'other' },
  }));
  const goals = Array.from({ length: 3 }, (_, g) => ({
    type: 'GoalSet',
    data: { goalId: id('goal', g), wish: 'Weer rustig slapen en de post durven openen', lifeArea: 'finances', targetDate: '2025-06-01' },
  }));
  return [
    { type: 'TrajectoryOpened', data: { trajectoryId, householdId, area: 'beijum', source: 'self' } },
    { type: 'CoachAssigned', data: { coachId } },
    { type: 'ApplicationReceived', data: { applicationId: id('application'), law: 'schuldhulp', kind: 'debt-help' } },
    { type: 'FirstConversationHeld', data: { place: 'home', applicationId: id('application') } },
    ...debts,
    ...goals,
    { type: 'PlanAgreed', data: undefined },
  ].filter(({ data }) => data);
};

const contact = (n, i) => ({
  type: 'ContactLogged',
  data: { contactId: deriveId('bench', n, 'contact', i), kind: 'call', reached: i % 3 > 0, note: 'Gebeld over de brief van de woningcorporatie; afspraak gemaakt voor volgende week.' },
});

const dayAt = (i) => new Date(Date.UTC(2024, 0, 8 + Math.floor(i * 5))).toISOString().slice(0, 10);

/** Fills a log with trajectories of so many events each, shared out among coaches, interleaved as they would be in a year's work. */
export const fillLog = async (store, events, { perStream = 100, coaches = 1 } = {}) => {
  const streams = Array.from({ length: Math.ceil(events / perStream) }, (_, n) => {
    const trajectoryId = deriveId('bench', n);
    const first = beginning(trajectoryId, n, `coach-${1 + (n % coaches)}`);
    return { trajectoryId, n, all: [...first, ...Array.from({ length: perStream - first.length }, (_, i) => contact(n, i))] };
  });
  for (let at = 0; at < perStream; at += CHUNK) {
    let next = 0;
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        while (next < streams.length) {
          const { trajectoryId, n, all } = streams[next++];
          const commandId = deriveId('bench', n, 'command', at);
          await store.append({
            stream: `trajectory-${trajectoryId}`,
            expected: at,
            command: { id: commandId, hash: 'bench' },
            actor,
            correlationId: commandId,
            causationId: commandId,
            municipality: 'groningen',
            events: all.slice(at, at + CHUNK).map(({ type, data }, i) => ({
              id: deriveId(commandId, i),
              type,
              schemaVersion: 1,
              data,
              happenedOn: `${dayAt(at + i)}T09:00:00`,
            })),
          });
        }
      }),
    );
  }
  return streams.map(({ trajectoryId }) => trajectoryId);
};
