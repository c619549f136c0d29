import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { ask, send } from './service.js';
import { COACH, COLLEAGUE, newHousehold, type Made } from './households.js';
import { complaintsOf, expect, settled, test } from './trying.js';

let made: Made;
test.beforeEach(async () => {
  made = await newHousehold();
});

test('@wide what one writes, the other sees without reloading', async ({ openAs }) => {
  const [mine, other] = [await openAs(COACH, `/huishouden/${made.trajectoryId}/plan`), await openAs(COLLEAGUE, `/huishouden/${made.trajectoryId}/plan`)];
  let loads = 0;
  mine.on('load', () => { loads += 1; });
  await other.getByRole('button', { name: 'Nieuw doel' }).click();
  const form = other.getByRole('dialog');
  await form.getByLabel('In hun eigen woorden').fill('Een eigen plek voor Sam');
  await form.getByLabel('Leefgebied').selectOption({ label: 'Wonen' });
  await form.getByRole('textbox', { name: 'Wanneer willen ze dit hebben' }).fill('01-06-2030');
  await form.getByRole('button', { name: 'Bewaar' }).click();
  await expect(mine.getByRole('heading', { name: 'Een eigen plek voor Sam' })).toBeVisible();
  await send(COLLEAGUE, 'AddMember', { householdId: made.householdId, memberId: randomUUID(), role: 'child', name: 'Sam P', birthDate: '2015-02-03', from: '2026-01-05' });
  await expect(mine.getByText('Sam P').first()).toBeVisible();
  expect(loads).toBe(0);
});

/** Opens the form for a contact and fills it in; the note stays in the form. */
const noting = async (page: Page, note: string): Promise<Locator> => {
  await page.getByRole('button', { name: 'Snel noteren' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('radio', { name: 'Gebeld' }).check({ force: true });
  await form.getByRole('radio', { name: 'Ja', exact: true }).check({ force: true });
  await form.getByLabel('Notitie').fill(note);
  return form;
};

const contacts = async (): Promise<number> => {
  const { timeline } = await ask<{ timeline: { edges: { node: { type: string } }[] } }>(
    COACH, 'query ($id: ID!) { timeline(trajectoryId: $id, first: 100) { ... on TimelineConnection { edges { node { type } } } } }', { id: made.trajectoryId });
  return timeline.edges.filter(({ node }) => node.type === 'ContactLogged').length;
};

const CONTACT = 'Er was contact telefonisch.';

test('without a network what is typed is kept, said, and sent once later', async ({ openAs, expected }) => {
  expected.push(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch/);
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  const form = await noting(page, 'Gesproken zonder bereik');
  await expect(form.getByText('Concept bewaard op dit apparaat')).toBeVisible();
  await page.context().setOffline(true);
  await form.getByRole('button', { name: 'Bewaar notitie' }).click();
  await expect(page.getByText(/bericht wacht op internet/)).toBeVisible();
  expect(await contacts()).toBe(0);
  await page.context().setOffline(false);
  await expect(page.getByText(/bericht wacht op internet/)).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(CONTACT)).toBeVisible();
  expect(await contacts()).toBe(1);
});

test('@wide an answer that got lost on its way is no second contact', async ({ openAs, expected }) => {
  expected.push(/ERR_FAILED|Failed to fetch/);
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  const form = await noting(page, 'Het antwoord ging verloren');
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('logContact')) return route.fallback();
    await route.fetch();
    await route.abort();
    await page.unroute('**/graphql');
  });
  await form.getByRole('button', { name: 'Bewaar notitie' }).click();
  await expect(page.getByText(/bericht wacht op internet/)).toBeVisible();
  expect(await contacts()).toBe(1);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByText(/bericht wacht op internet/)).toHaveCount(0);
  await expect(page.getByText(CONTACT)).toBeVisible();
  expect(await contacts()).toBe(1);
});

test('a half-typed text is there again after the page was closed', async ({ openAs }) => {
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  const form = await noting(page, 'Half verhaal');
  await expect(form.getByText('Concept bewaard op dit apparaat')).toBeVisible();
  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: 'Snel noteren' }).click();
  await expect(form.getByLabel('Notitie')).toHaveValue('Half verhaal');
});

test('two people at one story: both are shown, and the person chooses', async ({ openAs }) => {
  const { trajectoryId } = made;
  const storyId = randomUUID();
  await send(COACH, 'TellStory', { trajectoryId, storyId, text: 'Ze hebben twee kinderen.', visibleTo: ['neighbourhood-coach'] });
  const theirs = (text: string) => send(COLLEAGUE, 'CorrectStory', { trajectoryId, storyId, text });
  const page = await openAs(COACH, `/huishouden/${trajectoryId}`);
  const form = page.getByRole('dialog');
  const correcting = async (text: string): Promise<void> => {
    await page.getByRole('button', { name: /^\W*Verbeter$/ }).click();
    await form.getByLabel('Het verhaal').fill(text);
  };
  await correcting('Ze hebben drie kinderen.');
  await theirs('Ze hebben twee kinderen en een hond.');
  const conflict = form.getByRole('group', { name: 'Iemand anders veranderde dit net ook' });
  await expect(conflict.getByRole('row', { name: /Verhaal/ })).toContainText(/twee kinderen\..*en een hond/);
  expect(await complaintsOf(page, '[role=dialog], dialog')).toEqual([]);
  await form.getByRole('button', { name: 'Bewaar' }).click();
  await expect(form.getByLabel('Het verhaal')).toHaveValue('Ze hebben drie kinderen.');
  await conflict.getByRole('button', { name: 'Ga door met die van mij' }).click();
  await form.getByRole('button', { name: 'Bewaar' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText('Ze hebben drie kinderen.')).toBeVisible();
  await correcting('Weggegooid');
  await theirs('Ze hebben drie kinderen en een hond.');
  await conflict.getByRole('button', { name: 'Laat staan wat er nu staat' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText('Ze hebben drie kinderen en een hond.')).toBeVisible();
});

test('a change by somebody else is merged when it is about something else', async ({ openAs }) => {
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  const form = await noting(page, 'Tegelijk geschreven');
  await send(COLLEAGUE, 'SetGoal', { trajectoryId: made.trajectoryId, goalId: randomUUID(), wish: 'Ondertussen', lifeArea: 'finances', targetDate: '2030-01-01' });
  await expect(form.getByText(/Intussen veranderde/)).toBeVisible();
  await form.getByRole('button', { name: 'Bewaar notitie' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText(CONTACT)).toBeVisible();
  await expect(page.getByText('Ondertussen').first()).toBeVisible();
});
