import { ask, send } from './service.js';
import { COACH, COLLEAGUE, newHousehold, type Made } from './households.js';
import { expect, settled, test } from './trying.js';

let made: Made;
test.beforeEach(async () => {
  made = await newHousehold();
});

test('what one writes, the other sees without reloading', async ({ openAs }) => {
  const [mine, other] = [await openAs(COACH, `/huishouden/${made.trajectoryId}/plan`), await openAs(COLLEAGUE, `/huishouden/${made.trajectoryId}/plan`)];
  let loads = 0;
  mine.on('load', () => { loads += 1; });
  await other.getByRole('button', { name: 'Nieuw doel' }).click();
  const form = other.getByRole('dialog');
  await form.getByLabel('In hun eigen woorden').fill('Een eigen plek voor Sam');
  await form.getByLabel('Leefgebied').selectOption({ label: 'Wonen' });
  await form.getByLabel('Wanneer willen ze dit hebben').fill('01-06-2030');
  await form.getByRole('button', { name: 'Bewaar' }).click();
  await expect(mine.getByRole('heading', { name: 'Een eigen plek voor Sam' })).toBeVisible();
  expect(loads).toBe(0);
});

test('without a network what is typed is kept, said, and sent once later', async ({ openAs, expected }) => {
  expected.push(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch/);
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  await page.getByRole('button', { name: 'Snel noteren' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('radio', { name: 'Gebeld' }).check({ force: true });
  const reached = form.getByRole('radio', { name: 'Ja', exact: true });
  if (await reached.count()) await reached.first().check({ force: true });
  await form.getByLabel('Notitie').fill('Gesproken zonder bereik');
  await expect(form.getByText('Concept bewaard op dit apparaat')).toBeVisible();
  await page.context().setOffline(true);
  await form.getByRole('button', { name: 'Bewaar notitie' }).click();
  await expect(page.getByText(/bericht wacht op internet/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/bericht wacht op internet/)).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText('Gesproken zonder bereik').first()).toBeVisible();
  const { trajectory } = await ask<{ trajectory: { contacts: unknown[] } }>(COACH, 'query ($id: ID!) { trajectory(id: $id) { ... on Trajectory { contacts { note } } } }', { id: made.trajectoryId });
  expect(trajectory.contacts).toHaveLength(1);
});

test('a half-typed text is there again after the page was closed', async ({ openAs }) => {
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  await page.getByRole('button', { name: 'Snel noteren' }).click();
  await page.getByRole('dialog').getByLabel('Notitie').fill('Half verhaal');
  await expect(page.getByText('Concept bewaard op dit apparaat')).toBeVisible();
  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: 'Snel noteren' }).click();
  await expect(page.getByRole('dialog').getByLabel('Notitie')).toHaveValue('Half verhaal');
});

test('a change by somebody else is merged when it is about something else', async ({ openAs }) => {
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  await page.getByRole('button', { name: 'Snel noteren' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('radio', { name: 'Gebeld' }).check({ force: true });
  const reached = form.getByRole('radio', { name: 'Ja', exact: true });
  if (await reached.count()) await reached.first().check({ force: true });
  await form.getByLabel('Notitie').fill('Tegelijk geschreven');
  await send(COLLEAGUE, 'SetGoal', { trajectoryId: made.trajectoryId, goalId: crypto.randomUUID(), wish: 'Ondertussen', lifeArea: 'finances', targetDate: '2030-01-01' });
  await form.getByRole('button', { name: 'Bewaar notitie' }).click();
  await expect(page.getByText('Tegelijk geschreven').first()).toBeVisible();
  await expect(page.getByText('Ondertussen').first()).toBeVisible();
});
