import { COACH, newHousehold } from './households.js';
import { address } from './service.js';
import { complaintsOf, expect, settled, signIn, test } from './trying.js';

/** Where the day begins for each role. */
const HOMES: Readonly<Record<string, string>> = {
  'coach-beijum-2': '/werk',
  'counsellor-beijum-1': '/werk',
  'holder-beijum-2': '/aanvragen',
  'resident-beijum-2': '/mijn-plan',
  'expert-beijum-2': '/gezinnen',
  'privacy-officer-2': '/wie-keken',
  'administrator-1': '/mensen',
};

for (const [person, home] of Object.entries(HOMES))
  test(`@wide ${person} signs in, lands on ${home}, and is gone after signing out`, async ({ page }) => {
    await page.goto(address());
    await page.getByRole('button', { name: 'Meld je aan' }).click();
    await page.click(`button[value="${person}"]`);
    await expect(page).toHaveURL(`${address()}${home}`);
    await settled(page);
    await page.getByRole('button', { name: 'Afmelden' }).click();
    await page.getByRole('button', { name: 'Afmelden · sign out' }).click();
    await expect(page.getByRole('button', { name: 'Meld je aan' })).toBeVisible();
    await page.goto(`${address()}${home}`);
    await expect(page.getByRole('button', { name: 'Meld je aan' })).toBeVisible();
    expect((await page.request.get(`${address()}/auth/session`)).status()).toBe(401);
  });

test('who is not signed in comes back to the page that was asked for', async ({ page }) => {
  const { trajectoryId, name } = await newHousehold();
  await page.goto(`${address()}/huishouden/${trajectoryId}/plan`);
  await expect(page.getByRole('button', { name: 'Meld je aan' })).toBeVisible();
  expect(await complaintsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Meld je aan' }).click();
  await page.click(`button[value="${COACH}"]`);
  await expect(page).toHaveURL(`${address()}/huishouden/${trajectoryId}/plan`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('typed text does not stay on the device after signing out', async ({ page }) => {
  const { trajectoryId } = await newHousehold();
  await signIn(page, COACH, `/huishouden/${trajectoryId}`);
  await page.getByRole('button', { name: 'Snel noteren' }).click();
  await page.getByRole('dialog').getByLabel('Notitie').fill('Blijft niet staan');
  await expect(page.getByText('Concept bewaard op dit apparaat')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Afmelden' }).click();
  await page.getByRole('button', { name: 'Afmelden · sign out' }).click();
  await expect(page.getByRole('button', { name: 'Meld je aan' })).toBeVisible();
  await signIn(page, COACH, `/huishouden/${trajectoryId}`);
  await page.getByRole('button', { name: 'Snel noteren' }).click();
  await expect(page.getByRole('dialog').getByLabel('Notitie')).toHaveValue('');
});
