import { complaintsOf, expect, settled, test, tooWide, untranslated } from './trying.js';
import type { Locator, Page } from '@playwright/test';

const EVALUATOR = 'evaluator-1';
const OFFICER = 'privacy-officer-1';
const MICRODATA = 'microdata-evaluator-1';
const QUESTION = 'Hoe lang duurt het tot er een plan is, per soort aanmelding?';
const WORK_MS = 60_000;

/** axe has nothing to say, every word is there, nothing sticks out. */
const inOrder = async (page: Page): Promise<void> => {
  await settled(page);
  expect.soft({ at: page.url(), axe: await complaintsOf(page), words: await untranslated(page), tooWide: await tooWide(page) }).toEqual({ at: page.url(), axe: [], words: [], tooWide: 0 });
};

const cardCalled = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });

const fromAttribute = async (where: Locator, kind: string, values: string): Promise<void> => {
  await where.getByLabel('Voorwaarde', { exact: true }).selectOption({ label: kind });
  await where.getByLabel('Kenmerk').selectOption({ label: 'aanmelding' });
  await where.getByLabel('Waarden').fill(values);
};

const drafted = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Nieuw onderzoek' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'Ter goedkeuring versturen' }).click();
  await expect(page.getByText(/Op \d+ plekken klopt de kaart nog niet/)).toBeVisible();
  await page.getByLabel('Wat wil je weten?').fill(QUESTION);
  await page.getByLabel('Waarvoor is dat nodig?').fill('evaluatie');
  await page.getByLabel('Op welke grond mag het?').fill('AVG artikel 89');
  await page.getByLabel('De dag waarop iemand begint').selectOption({ label: 'traject geopend' });
  const [first, second] = [page.getByRole('group', { name: 'Groep 1', exact: true }), page.getByRole('group', { name: 'Groep 2', exact: true })];
  await fromAttribute(first, 'Dit kenmerk heeft de zaak', 'early-signal, street-approach');
  await fromAttribute(second, 'Dit kenmerk heeft de zaak niet', 'early-signal, street-approach');
  await second.getByLabel('Naam van de groep').fill('anders');
  await first.getByLabel('Naam van de groep').fill('gevonden');
  await page.getByLabel('Uitkomst', { exact: true }).selectOption({ label: 'traject geopend' });
  await expect(page.getByText('Deze gebeurtenis bepaalt al wie meedoet')).toBeVisible();
  await page.getByLabel('Uitkomst', { exact: true }).selectOption({ label: 'plan afgesproken' });
  await page.getByLabel('Zo heet de uitkomst in de cijfers').fill('plan afgesproken');
  await expect(page.getByText(/klopt de kaart nog niet/)).toHaveCount(0);
  await inOrder(page);
};

const done = async (page: Page, times: number): Promise<void> =>
  expect(cardCalled(page, 'Werk').getByText('Klaar')).toHaveCount(times, { timeout: WORK_MS });

test('a study goes from a card to figures: written, kept as a draft, agreed to by another, frozen, let out and read on a copy @wide', async ({ openAs }) => {
  test.setTimeout(180_000);
  const page = await openAs(EVALUATOR, '/onderzoeken');
  await drafted(page);
  await expect(page.getByText('Concept', { exact: false }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Wat wil je weten?')).toHaveValue(QUESTION);
  await page.getByRole('button', { name: 'Ter goedkeuring versturen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: QUESTION })).toBeVisible();
  await expect(page.getByText('Een tweede persoon keurt deze kaart goed.')).toBeVisible();
  const place = new URL(page.url()).pathname;

  const officer = await openAs(OFFICER, place);
  await expect(officer.getByText('aanmelding is niet early-signal, street-approach')).toBeVisible();
  await officer.getByRole('button', { name: 'Ik ga akkoord' }).click();
  await expect(officer.getByText('Goedgekeurd')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Leg nu een groep vast' }).click();
  await done(page, 1);
  await page.getByRole('button', { name: 'Geef cijfers vrij' }).click();
  await done(page, 2);
  await page.getByLabel('De groep onder andere regels').selectOption('conversation-in-two-weeks');
  await page.getByRole('button', { name: 'Reken door op een kopie' }).click();
  await done(page, 3);
  await expect(page.getByText('Dit is een kopie, geen geschiedenis')).toBeVisible();
  await inOrder(page);
  for (const size of [{ width: 390, height: 844 }]) {
    await page.setViewportSize(size);
    await inOrder(page);
  }

  // Whoever works on single cases has a role of their own, and lets no figure out.
  await expect(page.getByRole('button', { name: 'Maak een gegevensset' })).toHaveCount(0);
  const other = await openAs(MICRODATA, place);
  await expect(other.getByRole('button', { name: 'Maak een gegevensset' })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Geef cijfers vrij' })).toHaveCount(0);
  await inOrder(other);
});

const arc = (from: string | null, to: string | null, cases: number, medianWait: number | null) => ({ from, to, cases, medianWait });
const EMPTY = { hidden: null, sentence: null, number: null, table: null, flow: null, curve: null, map: null, variants: null, counts: null };
const MAP = {
  ...EMPTY, name: 'process map',
  map: {
    hiddenArcs: 4, arcs: [
      arc(null, 'TrajectoryOpened', 120, null), arc('TrajectoryOpened', 'FirstConversationHeld', 110, 18), arc('FirstConversationHeld', 'PlanAgreed', 70, 30), arc('FirstConversationHeld', 'TandemStarted', 30, 12),
      arc('TandemStarted', 'PlanAgreed', 25, 21), arc('PlanAgreed', 'ApplicationDecided', 60, 9), arc('ApplicationDecided', 'PlanAgreed', 15, 40), arc('ApplicationDecided', null, 45, null), arc('PlanAgreed', null, 20, null),
    ],
  },
};
const COURSES = {
  ...EMPTY, name: 'variants',
  variants: { hidden: 3, hiddenCases: 25, shown: [{ steps: ['TrajectoryOpened', 'FirstConversationHeld', 'PlanAgreed', 'ApplicationDecided'], cases: 60 }, { steps: ['TrajectoryOpened', 'FirstConversationHeld'], cases: 35 }] },
};
const card = {
  question: 'Wat volgt op wat?', purpose: 'evaluatie', legalBasis: 'AVG 89', municipalities: ['groningen'], followUpDays: 365, contrast: 'intention-to-treat', competing: [], analysis: ['counts'], subgroups: [],
  timeZero: { event: 'TrajectoryOpened' }, outcome: { event: 'PlanAgreed', says: 'plan' }, censoring: [], eligibility: [], arms: [],
};
const release = (kind: string, part: object) => ({ id: kind, cohortId: 'c', kind, by: null, from: null, to: null, ruleSet: null, cutOn: '2026-11-30', madeAt: '2026-12-01T09:00:00Z', parts: [part] });

/** By the button of that name, where it is not shown so already. */
const shownAs = async (figure: Locator, button: string): Promise<void> => {
  const choice = figure.getByRole('button', { name: button });
  if (await choice.isVisible()) await choice.click();
};

test('a map and courses are pictures, with a table that says the same', async ({ openAs }) => {
  const page = await openAs(OFFICER, '/onderzoeken');
  // A town of a test is too small for a map to be let out: the page is given what a larger one would.
  const study = { id: 's', phase: 'approved', version: 1, hash: 'h', authors: [], dataSets: 0, card, cohorts: [], history: [] };
  await page.route('**/evaluation/graphql', (route) => route.fulfill({ json: { data: { study, jobs: [], releases: [release('process-map', MAP), release('variants', COURSES)] } } }));
  await page.goto(new URL('/onderzoek/s', page.url()).href);
  await inOrder(page);
  const [map, courses] = [page.getByRole('figure', { name: 'Wat volgt op wat' }), page.getByRole('figure', { name: 'Meest voorkomende trajecten' })];
  for (const figure of [map, courses]) await shownAs(figure, 'Toon als plaatje');
  await expect(map.locator('rect')).toHaveCount(7);
  await expect(map.locator('text', { hasText: '110 (18 dg)' })).toBeVisible();
  for (const [figure, rows] of [[map, MAP.map.arcs.length], [courses, COURSES.variants.shown.length]] as const) {
    await shownAs(figure, 'Toon als tabel');
    await expect(figure.locator('tbody tr')).toHaveCount(rows);
  }
  await inOrder(page);
});
