import { coarsened, type Coarsened, type DisclosurePolicy, type QuasiIdentifier } from '@perspectief/evaluation-disclosure';
import type { Row } from '../tables/column.js';

/** How cases were made alike; goes into the disclosure report. */
export type CaseProtection = Pick<Coarsened, 'levels' | 'dropped' | 'smallestClass'> & { readonly policy: DisclosurePolicy };

const NOTHING = '*';
const hidden = (): string => NOTHING;

/** What others may know of a case, each told more coarsely until nobody stands out. */
const identifiers: readonly QuasiIdentifier[] = ['area', 'source', 'year', 'municipality'].map((name) => ({ name, coarser: [hidden] }));

export const protectCases = (cases: readonly Row[], policy: DisclosurePolicy): CaseProtection & { readonly rows: readonly Row[] } => {
  const known = cases.map((row) => Object.fromEntries(['case_id', 'ending', ...identifiers.map(({ name }) => name)].map((name) => [name, String(row[name])])));
  const { rows: kept, levels, dropped, smallestClass } = coarsened(known, identifiers, 'ending', policy);
  const byId = new Map(cases.map((row) => [row['case_id'], row]));
  return { rows: kept.map((row) => ({ ...byId.get(row['case_id']), ...row })), levels, dropped, smallestClass, policy };
};
