import { domains } from '@perspectief/kernel';
import fc from 'fast-check';
import { accessRoles, type FileSubject, type RequestSubject, type Subject, type Viewer } from '../index.js';

/** A small town: whoever is drawn often meets whoever else is drawn. */
const PEOPLE = ['an', 'bo', 'cy'];
const AREAS = ['beijum', 'selwerd'];
const TOWNS = ['groningen', 'haarlem'];
const HOUSEHOLDS = ['00000000-0000-5000-8000-000000000001', '00000000-0000-5000-8000-000000000002', '00000000-0000-5000-8000-000000000003'];

const person = fc.constantFrom(...PEOPLE);
const people = fc.subarray(PEOPLE);
const town = fc.constantFrom('groningen', 'groningen', ...TOWNS);
const household = fc.constantFrom(...HOUSEHOLDS);
const openings = ['schuldhulp>wmo', 'schuldhulp>jeugd', 'wmo>schuldhulp'] as const;

export const viewers: fc.Arbitrary<Viewer> = fc.record({
  personId: person,
  role: fc.constantFrom(...accessRoles),
  municipality: town,
  areas: fc.subarray(AREAS),
  glasses: fc.subarray(HOUSEHOLDS, { maxLength: 1 }),
});

export const files: fc.Arbitrary<FileSubject> = fc.record({
  householdId: household,
  municipality: town,
  areas: fc.subarray(AREAS, { minLength: 1 }),
  coaches: people,
  experts: people,
  tandem: people,
  members: people,
  laws: fc.subarray([...domains]),
  debtWork: fc.boolean(),
  restricted: fc.boolean(),
  named: people,
  opened: fc.subarray([...openings]),
  law: fc.option(fc.constantFrom(...domains), { nil: undefined }),
  givenTo: fc.option(person, { nil: undefined }),
  toldBy: fc.option(person, { nil: undefined }),
});

const requests: fc.Arbitrary<RequestSubject> = fc.record({
  requestId: household,
  budgetId: household,
  trajectoryId: household,
  requestedBy: person,
  municipality: town,
  areas: fc.subarray(AREAS, { minLength: 1, maxLength: 1 }),
  householdId: household,
  coaches: people,
  members: people,
  restricted: fc.boolean(),
  named: people,
});

const places = fc.record({ municipality: town, areas: fc.subarray(AREAS, { minLength: 1, maxLength: 1 }) });

export const subjects: fc.Arbitrary<Subject> = fc.oneof(
  { weight: 5, arbitrary: files.map((facts): Subject => ({ kind: 'file', facts })) },
  { weight: 2, arbitrary: requests.map((facts): Subject => ({ kind: 'request', facts })) },
  { weight: 1, arbitrary: places.map((facts): Subject => ({ kind: 'pot', facts: { ...facts, budgetId: '00000000-0000-5000-8000-000000000009' } })) },
  { weight: 1, arbitrary: places.map((facts): Subject => ({ kind: 'place', facts })) },
  { weight: 1, arbitrary: town.map((municipality): Subject => ({ kind: 'study', facts: { municipality } })) },
  { weight: 1, arbitrary: fc.constant<Subject>({ kind: 'office' }) },
);
