import { ask, send } from './service.js';
import { asks, COACH, HOLDER, newHousehold, OTHER_HOLDER } from './households.js';
import { complaintsOf, expect, settled, test } from './trying.js';

const stateOf = async (requestId: string): Promise<string> => {
  const { spendingRequest } = await ask<{ spendingRequest: { request: { state: string } } }>(HOLDER, 'query ($id: ID!) { spendingRequest(requestId: $id) { ... on SpendingRequest { request { state } } } }', { id: requestId });
  return spendingRequest.request.state;
};

test('sends a request back with a question, and the coach sees it', async ({ openAs }) => {
  const { requestId } = await asks(await newHousehold(), 'Laptop');
  const page = await openAs(HOLDER, `/aanvragen/${requestId}`);
  await page.getByRole('button', { name: 'Stel een vraag' }).click();
  await page.getByLabel('Wat wil je weten').fill('Is tweedehands bekeken?');
  await page.getByRole('button', { name: 'Stuur terug' }).click();
  await expect(page.getByText('De coach moet eerst antwoord geven.')).toBeVisible();
  await expect(page.getByText('Is tweedehands bekeken?')).toBeVisible();
  expect(await stateOf(requestId)).toBe('returned');
});

test('refuses with a reason', async ({ openAs }) => {
  const { requestId } = await asks(await newHousehold(), 'Vakantie');
  const page = await openAs(HOLDER, `/aanvragen/${requestId}`);
  await page.getByRole('button', { name: 'Wijs af' }).click();
  await page.getByRole('dialog').getByLabel('Waarom').fill('De bijzondere bijstand betaalt dit.');
  await page.getByRole('dialog').getByRole('button', { name: 'Wijs af' }).click();
  await expect(page.getByText(/^Afgewezen op/)).toBeVisible();
  expect(await stateOf(requestId)).toBe('rejected');
});

test('nobody decides twice: the second holder is told why', async ({ openAs }) => {
  const { requestId } = await asks(await newHousehold(), 'Verhuizing', '640.00');
  const page = await openAs(HOLDER, `/aanvragen/${requestId}`);
  await page.getByRole('button', { name: 'Keur goed', exact: true }).click();
  await page.getByRole('button', { name: 'Ja, keur goed' }).click();
  await expect(page.getByText('Jij gaf al akkoord.')).toBeVisible();
  const other = await openAs('holder-beijum-2', `/aanvragen/${requestId}`);
  await other.getByRole('button', { name: 'Keur goed', exact: true }).click();
  await other.getByRole('button', { name: 'Ja, keur goed' }).click();
  await expect(page.getByText(/^Goedgekeurd op/)).toBeVisible();
  await settled(page);
});

test('a higher ceiling that a colleague proposes comes to the desk by itself, and is confirmed there', async ({ openAs }) => {
  const { trajectoryId } = await newHousehold();
  const { budgetId } = await asks({ trajectoryId }, 'Sportschoenen');
  const [page, proposer] = [await openAs(OTHER_HOLDER, '/aanvragen'), await openAs(HOLDER, '/aanvragen')];
  await send(HOLDER, 'ProposeCeilingRaise', { budgetId, trajectoryId, amount: '250.00', reason: 'Meedoen met sport' });
  const code = trajectoryId.slice(-4).toUpperCase();
  const raise = (desk: typeof page) => desk.getByRole('list', { name: 'Hoger plafond' }).getByRole('listitem').filter({ hasText: `Gezin ${code}` });
  await expect(raise(page)).toContainText('Budgethouder Beijum 1 stelt het voor');
  await expect(raise(proposer)).toHaveCount(0);
  expect(await complaintsOf(page)).toEqual([]);
  await raise(page).getByRole('button', { name: 'Bevestig het hogere plafond' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bewaar' }).click();
  await expect(raise(page)).toHaveCount(0);
});

test('a holder does not come on the pages of a coach', async ({ openAs }) => {
  const { trajectoryId } = await newHousehold();
  const page = await openAs(HOLDER, `/huishouden/${trajectoryId}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Snel noteren')).toHaveCount(0);
  await expect(page.getByText(COACH)).toHaveCount(0);
});
