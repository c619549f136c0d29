// `npm run screenshots`: the pictures of docs/guide, taken of a running demo on a desk and on a phone.
// `npm run screenshots -- evaluator privacy` takes only those whose names begin so, and leaves the others.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { demoToken } from '@perspectief/cli';
import { chromiumPath, launchOptions } from '../test/browser/chromium.mjs';
import { startPlatform } from '../test/browser/platform.mjs';
import { settled, signInAs } from '../test/browser/sign-in.mjs';
import { indexedPng } from './indexed-png.mjs';
import { root } from './ready.mjs';

const FOLDER = join(root, 'docs/guide/pictures');
const MOST_BYTES = 150_000;
const ONLY = process.argv.slice(2);
const isWanted = (name) => ONLY.length === 0 || ONLY.some((start) => name.startsWith(start));
const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

if (!chromiumPath()) {
  console.error('No Chromium here: set CHROMIUM_PATH, or install it (apt-get install chromium).');
  process.exit(1);
}

const asked = async (url, person, query, variables = {}) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await demoToken(url, person)}` };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return (await answer.json()).data;
};

/** A household of the demo that has most to show: debts, a plan, and support that runs. */
const tellingHousehold = async (url) => {
  const { worklist } = await asked(url, 'coach-beijum-1', '{ worklist(tab: "team", first: 100) { ... on WorklistConnection { edges { node { trajectoryId } } } } }');
  const ids = [...new Set(worklist.edges.map(({ node }) => node.trajectoryId))];
  const PAGE = 'query ($id: ID!) { trajectory(id: $id) { ... on Trajectory { id householdId debts { debtId } clocks { rule } plan { goals { goalId } } tandem { phase expertId } buyOuts { buyOutId } } } }';
  const pages = await Promise.all(ids.map(async (id) => (await asked(url, 'coach-beijum-1', PAGE, { id })).trajectory));
  const tells = ({ debts, clocks, plan, tandem, buyOuts }) => debts.length + clocks.length + 3 * plan.goals.length + 4 * buyOuts.length + (tandem.phase === 'running' ? 5 : 0);
  return pages.filter(({ debts }) => debts).sort((one, other) => tells(other) - tells(one))[0];
};

const sent = async (url, person, type, input) => {
  const name = `${type[0].toLowerCase()}${type.slice(1)}`;
  const query = `mutation ($input: ${type}Input!, $id: ID!) { ${name}(input: $input, commandId: $id) { __typename ... on Refused { code } } }`;
  const { [name]: outcome } = await asked(url, person, query, { input, id: randomUUID() });
  if (outcome.__typename !== 'Accepted') throw new Error(`${type}: ${outcome.code}`);
};

/** A request that waits for a holder, from a pot of its own: the demo's own were all decided. */
const waitingRequest = async (url, trajectoryId) => {
  const [budgetId, requestId] = [randomUUID(), randomUUID()];
  await sent(url, 'holder-beijum-1', 'OpenBudget', { budgetId, name: 'Maatwerkpot Beijum', scheme: 'maatwerkbudget', area: 'beijum' });
  for (const domain of ['jeugd', 'wmo', 'participatiewet']) await sent(url, 'holder-beijum-1', 'Contribute', { budgetId, year: new Date().getFullYear(), domain, amount: '2500.00' });
  await sent(url, 'coach-beijum-1', 'RequestSpending', {
    budgetId, requestId, trajectoryId, amount: '415.00', purpose: 'Tweedehands wasmachine', payee: 'Kringloop Noord', lifeArea: 'daily-life',
    legitimate: 'Nodig om zelfstandig te kunnen wonen (Wmo).', committed: 'Het gezin zocht zelf uit wat past.',
    returns: 'Geen wasserette meer: € 60 per maand.', regularRouteRuledOut: 'Bijzondere bijstand duurt acht weken.',
  });
  return requestId;
};

const potOfBeijum = async (url) => {
  const { pooledBudgets } = await asked(url, 'holder-beijum-1', '{ pooledBudgets(area: "beijum") { ... on PooledBudgetConnection { edges { node { id name } } } } }');
  return pooledBudgets.edges.map(({ node }) => node).find(({ name }) => name === 'Doorbraakbudget Beijum').id;
};

/** Households enough for a coach's day, and for figures that may be let out. */
const HOUSEHOLDS = 280;
const WORK_MS = 120_000;

/** The study of the demonstration; with its figures let out. */
const opened = async (page) => {
  await page.locator('main a[href^="/onderzoek/"]').first().click();
  await settled(page);
};
const study = async (page) => {
  await opened(page);
  const work = page.getByRole('region', { name: 'Werk' });
  if ((await page.getByRole('figure').count()) > 0) return;
  await page.getByRole('button', { name: 'Geef cijfers vrij' }).first().click();
  await work.getByText('Klaar').first().waitFor({ timeout: WORK_MS });
  await settled(page);
};
const figures = async (page) => {
  await study(page);
  const curve = page.getByRole('figure').first();
  await curve.waitFor({ timeout: WORK_MS });
  await curve.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
};

/** Names of the pictures: who looks, where, on which screens, and what is done there first. */
const screens = ({ household, householdId, request, pot, expert }) => [
  ['coach-worklist', 'coach-beijum-1', '/werk', ['wide', 'phone']],
  ['coach-household', 'coach-beijum-1', `/huishouden/${household}`, ['wide', 'phone']],
  ['coach-plan', 'coach-beijum-1', `/huishouden/${household}/plan`, ['wide']],
  ['coach-debts', 'coach-beijum-1', `/huishouden/${household}/schulden`, ['wide']],
  ['coach-people', 'coach-beijum-1', `/huishouden/${household}/mensen`, ['wide']],
  ['coach-stop-button', 'coach-beijum-1', `/huishouden/${household}/noodstop`, ['phone']],
  ['holder-desk', 'holder-beijum-1', `/aanvragen/${request}`, ['wide', 'phone']],
  ['holder-pots', 'holder-beijum-1', '/geld', ['wide']],
  ['holder-pot', 'holder-beijum-1', `/geld/${pot}`, ['wide', 'phone']],
  ['coach-money', 'coach-beijum-1', `/huishouden/${household}/geld`, ['wide']],
  ['coach-versions', 'coach-beijum-1', `/huishouden/${household}/versies`, ['wide']],
  ['coach-compare', 'coach-beijum-1', `/huishouden/${household}/vergelijk`, ['wide']],
  ['counsellor-worklist', 'counsellor-beijum-1', '/werk', ['wide']],
  ['counsellor-debts', 'counsellor-beijum-1', `/huishouden/${household}/schulden`, ['wide']],
  ['expert-families', expert, '/gezinnen', ['phone']],
  ['expert-family', expert, `/gezin/${household}`, ['wide']],
  ['administrator-people', 'administrator-1', '/mensen', ['wide']],
  ['administrator-places', 'administrator-1', '/teams', ['wide']],
  ['administrator-freshness', 'administrator-1', '/stand', ['wide']],
  ['member-plan', 'resident-beijum-2', '/mijn-plan', ['wide', 'phone']],
  ['member-fridge', 'resident-beijum-2', '/mijn-plan/koelkast', ['wide']],
  ['member-who-looked', 'resident-beijum-2', '/wie-keek', ['phone']],
  ['evaluator-study', 'evaluator-1', '/onderzoeken', ['wide'], study],
  ['evaluator-figures', 'evaluator-1', '/onderzoeken', ['wide'], figures],
  ['evaluator-draft', 'evaluator-1', '/onderzoeken/nieuw', ['wide']],
  ['privacy-looks', 'privacy-officer-1', '/wie-keken', ['wide']],
  ['privacy-glasses', 'privacy-officer-1', '/noodtoegang', ['wide']],
  ['privacy-file', 'privacy-officer-1', `/dossier/${householdId}`, ['wide']],
];

const running = process.env.PERSPECTIEF_URL ? { url: process.env.PERSPECTIEF_URL, stop: async () => undefined } : await startPlatform({ households: HOUSEHOLDS });
const browser = await chromium.launch(launchOptions());
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) if (isWanted(name)) rmSync(join(FOLDER, name));
  const { url } = running;
  const { id: household, householdId, tandem } = await tellingHousehold(url);
  const places = { household, householdId, request: await waitingRequest(url, household), pot: await potOfBeijum(url), expert: tandem.expertId };
  for (const [name, person, path, sizes, act] of screens(places).filter(([picture]) => isWanted(picture)))
    for (const size of sizes) {
      const context = await browser.newContext({ viewport: SIZES[size], locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' });
      const page = await context.newPage();
      await signInAs(page, url, person, path);
      await settled(page);
      // Names come after the page itself.
      await page.waitForLoadState('networkidle');
      await act?.(page);
      const picture = await page.screenshot({ animations: 'disabled', scale: 'css' });
      writeFileSync(join(FOLDER, `${name}-${size}.png`), await indexedPng(page, picture));
      await context.close();
      console.log(`${name}-${size}`);
    }
} finally {
  await browser.close();
  await running.stop();
}
const large = readdirSync(FOLDER).filter((name) => statSync(join(FOLDER, name)).size > MOST_BYTES);
console.log(`${readdirSync(FOLDER).length} pictures in docs/guide/pictures${large.length > 0 ? `; larger than ${MOST_BYTES / 1000} kB: ${large.join(', ')}` : ''}`);
process.exitCode = large.length > 0 ? 1 : 0;
