import { randomUUID } from 'node:crypto';
import { asks, COACH, HOLDER, ownPage, RESIDENT } from './households.js';
import { send } from './service.js';
import { complaintsOf, expect, settled, test } from './trying.js';

test('a household reads its own plan, live, in its own words', async ({ openAs }) => {
  const { trajectoryId } = await ownPage();
  const page = await openAs(RESIDENT);
  await expect(page).toHaveURL(/\/mijn-plan$/);
  const wish = `Samen eten op zondag ${randomUUID().slice(0, 4)}`;
  await send(COACH, 'SetGoal', { trajectoryId, goalId: randomUUID(), wish, lifeArea: 'home-relations', targetDate: '2030-01-01' });
  await expect(page.getByText(wish).first()).toBeVisible();
});

test('a household sees who looked in its file', async ({ openAs }) => {
  const { trajectoryId } = await ownPage();
  await openAs('coach-beijum-3', `/huishouden/${trajectoryId}`);
  const page = await openAs(RESIDENT, '/wie-keek');
  await expect(page.getByText('Coach Beijum 3').first()).toBeVisible();
});

test('a household says that something is not right, and its coach reads it', async ({ openAs }) => {
  const { trajectoryId } = await ownPage();
  const page = await openAs(RESIDENT, '/mijn-plan');
  await page.getByRole('button', { name: 'Dit klopt niet' }).click();
  const text = `De huur is wel betaald ${randomUUID().slice(0, 4)}`;
  const form = page.getByRole('dialog');
  await form.getByLabel('Het verhaal').fill(text);
  expect(await complaintsOf(page, '[role=dialog], dialog')).toEqual([]);
  await form.getByRole('button', { name: 'Bewaar' }).click();
  await expect(form).toHaveCount(0);
  const coach = await openAs(COACH, `/huishouden/${trajectoryId}`);
  await expect(coach.getByText(text)).toBeVisible();
});

test('a household confirms what it got: both see what the other did, without reloading', async ({ openAs }) => {
  const { trajectoryId } = await ownPage();
  const purpose = `Koelkast ${randomUUID().slice(0, 4)}`;
  const { budgetId, requestId } = await asks({ trajectoryId }, purpose);
  await send(HOLDER, 'ApproveSpending', { budgetId, requestId });
  const [page, coach] = [await openAs(RESIDENT, '/mijn-plan'), await openAs(COACH, `/huishouden/${trajectoryId}/geld`)];
  let loads = 0;
  for (const one of [page, coach]) one.on('load', () => { loads += 1; });
  const row = coach.getByRole('listitem').filter({ hasText: purpose });
  await row.getByRole('button', { name: `Doe iets met: ${purpose}` }).click();
  await coach.getByRole('menuitem', { name: 'Het is geleverd' }).click();
  await coach.getByRole('dialog').getByRole('button', { name: 'Bewaar' }).click();
  await expect(row).toContainText('ontvangst nog niet bevestigd');
  const own = page.getByRole('listitem').filter({ hasText: purpose });
  await expect(own).toContainText('Gebracht op');
  await own.getByRole('button', { name: `We hebben het: ${purpose}` }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await complaintsOf(page, '[role=dialog], dialog')).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Ja, het is er' }).click();
  await expect(own).toContainText('We hebben het.');
  await expect(row).toContainText('ontvangen: het gezin');
  expect(loads).toBe(0);
});

test('the plan for the fridge door is one page to print', async ({ openAs }) => {
  const page = await openAs(RESIDENT, '/mijn-plan/koelkast');
  await page.emulateMedia({ media: 'print' });
  await settled(page);
  await expect(page.getByRole('navigation')).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2_000);
});
