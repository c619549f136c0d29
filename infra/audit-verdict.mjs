// What an answer of `npm audit --json` means, given what was decided about known advisories.

const WORTH_STOPPING = new Set(['moderate', 'high', 'critical']);

const idOf = ({ url = '', source }) => /GHSA-[\w-]+/.exec(url)?.[0] ?? String(source);

/** Every advisory once, with the package that it is about. */
const advisoriesIn = ({ vulnerabilities }) => {
  const found = new Map();
  for (const { via } of Object.values(vulnerabilities))
    for (const advisory of via.filter((item) => typeof item === 'object'))
      found.set(`${idOf(advisory)} ${advisory.name}`, { id: idOf(advisory), name: advisory.name, severity: advisory.severity, title: advisory.title });
  return [...found.values()];
};

const isAnswer = (report) => typeof report === 'object' && report !== null && typeof report.vulnerabilities === 'object' && report.vulnerabilities !== null;

/** `report`: what npm printed, parsed; `allowed`: [{ advisory, package, reason, until }]; `today`: 2026-01-31. */
export const verdictOf = (report, allowed, today) => {
  const incomplete = allowed.filter(({ advisory, package: name, reason, until }) => !advisory || !name || !reason || !/^\d{4}-\d{2}-\d{2}$/.test(until ?? ''));
  if (incomplete.length > 0) return { verdict: 'bad', lines: ['infra/audit-allow.json: every entry wants advisory, package, reason and until.'] };
  if (!isAnswer(report)) return { verdict: 'unknown', lines: [`could not ask: ${report?.message ?? 'the registry gave no answer'}`] };
  const known = advisoriesIn(report);
  const isAllowed = ({ id, name }) => allowed.some((entry) => entry.advisory === id && entry.package === name && entry.until >= today);
  const open = known.filter((advisory) => WORTH_STOPPING.has(advisory.severity) && !isAllowed(advisory));
  const stale = allowed.filter((entry) => !known.some(({ id, name }) => entry.advisory === id && entry.package === name));
  return {
    verdict: open.length > 0 ? 'bad' : 'good',
    lines: [
      ...open.map(({ id, name, severity, title }) => `${severity}: ${name}: ${title} (${id})`),
      ...stale.map(({ advisory, package: name }) => `no longer needed in infra/audit-allow.json: ${name} (${advisory})`),
      `${known.length} advisories known, ${open.length} open`,
    ],
  };
};
