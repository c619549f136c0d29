import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask, send } from './service.js';
import { COACH, HOLDER, newHousehold, newPot, owes, type Made } from './households.js';
import { complaintsOf, expect, settled, test } from './trying.js';

let made: Made;
test.beforeEach(async () => {
  made = await newHousehold();
});

/** Presses as a finger or a mouse does, and counts. */
const counted = (page: Page) => {
  const taps = { count: 0, on: async (role: 'button' | 'link' | 'radio' | 'menuitem', name: string | RegExp): Promise<void> => {
    taps.count += 1;
    const target = page.getByRole(role, { name }).first();
    await (role === 'radio' ? target.check({ force: true }) : target.click());
  } };
  return taps;
};

const trajectoryOf = (fields: string) => ask<{ trajectory: Record<string, never> }>(COACH, `query ($id: ID!) { trajectory(id: $id) { ... on Trajectory { ${fields} } } }`, { id: made.trajectoryId });

test('the day opens with what is late and due, and one press opens the household', async ({ openAs }) => {
  const page = await openAs(COACH);
  await expect(page).toHaveURL(/\/werk$/);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/Te laat|Vandaag|Deze week|Later/);
  const asked: string[] = [];
  page.on('request', (request) => request.postData()?.includes('"operationName":"Worklist"') && asked.push(request.url()));
  await page.reload();
  await settled(page);
  await expect(page.locator('[data-row]').first()).toBeVisible();
  // Asked for ahead of the application, and not again by it.
  expect(asked).toHaveLength(1);
  const row = page.locator('[data-row]').first();
  await row.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/huishouden\//);
  await settled(page);
});

test('the filter of the worklist is remembered', async ({ openAs }) => {
  const page = await openAs(COACH, '/werk');
  await page.getByRole('button', { name: /Van mijn team/ }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: /Van mijn team/ })).toHaveAttribute('aria-pressed', 'true');
});

test('a crisis is reported with the stop button in at most ten taps', async ({ openAs }) => {
  await owes(made);
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  const tap = counted(page);
  await tap.on('link', 'Noodstop');
  await tap.on('radio', 'Uit huis gezet worden');
  await tap.on('button', /Over 7 dagen/);
  await tap.on('button', 'Vraag de pauze aan');
  await expect(page.getByText('De pauze is gevraagd.')).toBeVisible();
  await expect(page.getByText(/Houd het gesprek vóór of op/)).toBeVisible();
  await tap.on('link', /Bericht voor schuldeisers/);
  await settled(page);
  await expect(page.getByText(/Verhuurder De Huizen/).first()).toBeVisible();
  expect(tap.count).toBeLessThanOrEqual(10);
  expect(await complaintsOf(page)).toEqual([]);
  const { trajectory } = await trajectoryOf('freezes { instrument state } clocks { rule running }');
  expect(trajectory).toMatchObject({ freezes: [{ instrument: 'narrow-moratorium', state: 'requested' }] });
  expect(trajectory['clocks']).toContainEqual({ rule: 'wgs-first-conversation-threat', running: true });
});

test('a goal and its first step are planned in the words of the household', async ({ openAs }) => {
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}/plan`);
  await page.getByRole('button', { name: 'Nieuw doel' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Bewaar' }).click();
  await expect(form.getByText('Vul dit in.').first()).toBeVisible();
  await form.getByLabel('In hun eigen woorden').fill('Weer gewoon post openmaken');
  await form.getByLabel('Leefgebied').selectOption({ label: 'Geld' });
  await form.getByRole('textbox', { name: 'Wanneer willen ze dit hebben' }).fill('01-06-2030');
  expect(await complaintsOf(page, '[role=dialog], dialog')).toEqual([]);
  await form.getByRole('button', { name: 'Bewaar' }).click();
  await expect(page.getByRole('heading', { name: 'Weer gewoon post openmaken' })).toBeVisible();
  await page.getByRole('button', { name: 'Spreek een stap af' }).first().click();
  await form.getByLabel('Wat', { exact: true }).fill('Samen de stapel sorteren');
  await form.getByLabel('Wie doet dit').selectOption({ label: 'Coach Beijum 1' });
  await form.getByRole('textbox', { name: 'Klaar op' }).fill('01-05-2030');
  await form.getByRole('button', { name: 'Bewaar' }).click();
  await expect(page.getByText('Samen de stapel sorteren')).toBeVisible();
});

test('a refusal is a sentence that says what to do', async ({ openAs }) => {
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}/plan`);
  await page.getByRole('button', { name: 'Spreek het plan af' }).click();
  await page.getByRole('button', { name: 'Dit spreken we af' }).click();
  const said = page.getByRole('dialog').getByRole('alert');
  await expect(said).toContainText(/gesprek/i);
  await expect(said).not.toContainText(/[A-Z]+_[A-Z]+/);
  expect(await complaintsOf(page, '[role=dialog], dialog')).toEqual([]);
});

test('a page of another day is read-only, and says so', async ({ openAs }) => {
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  await page.getByRole('button', { name: 'Kijk terug' }).click();
  await page.getByRole('textbox', { name: 'Zoals het was op' }).fill('01-01-2026');
  await expect(page.getByRole('status').filter({ hasText: 'Zoals het was op 1 januari' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Snel noteren' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Terug naar vandaag' }).click();
  await expect(page.getByRole('button', { name: 'Snel noteren' })).toBeVisible();
});

test('two days are compared, a day at a time, with what differs', async ({ openAs }) => {
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  await page.getByRole('button', { name: 'Kijk terug' }).click();
  await page.getByRole('button', { name: 'Een dag eerder' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Zoals het was op' })).toBeVisible();
  await page.getByRole('link', { name: 'Vergelijk met vandaag' }).click();
  await settled(page);
  await owes(made, 'Energie De Kring', '310.00');
  await page.reload();
  const row = page.getByRole('row', { name: /Energie De Kring/ });
  await expect(row).toContainText(/stond er niet.*€\s310/);
  const until = page.getByRole('textbox', { name: 'Tweede dag' });
  const today = await until.inputValue();
  await page.getByRole('button', { name: 'Tweede dag: een dag eerder' }).click();
  await expect(until).not.toHaveValue(today);
  await page.getByRole('button', { name: 'Tweede dag: een dag later' }).click();
  await expect(until).toHaveValue(today);
  await page.getByRole('button', { name: 'Wissel om' }).click();
  await expect(row).toContainText(/€\s310.*stond er niet/);
});

test('a note is read back where it happened, short in the story and whole beside it', async ({ openAs }) => {
  const note = 'Ze wil zelf bellen.\nIk bel maandag terug, dan weten we meer.';
  await send(COACH, 'LogContact', { trajectoryId: made.trajectoryId, contactId: randomUUID(), kind: 'call', reached: true, note });
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  const event = page.getByRole('button', { name: /Er was contact telefonisch/ });
  await expect(event).toContainText('Ze wil zelf bellen.');
  await event.click();
  await expect(page.getByRole('dialog').getByText(/Ik bel maandag terug/)).toBeVisible();
  expect(await complaintsOf(page, '[role=dialog], dialog')).toEqual([]);
});

test('two versions of the plan beside each other, in the words of the household', async ({ openAs }) => {
  const { trajectoryId } = made;
  const goal = (wish: string, lifeArea: string): Promise<string> => {
    const goalId = randomUUID();
    return send(COACH, 'SetGoal', { trajectoryId, goalId, wish, lifeArea, targetDate: '2030-01-01' }).then(() => goalId);
  };
  await send(COACH, 'HoldFirstConversation', { trajectoryId, place: 'home' });
  const post = await goal('De post op orde', 'finances');
  await send(COACH, 'AgreePlan', { trajectoryId });
  await send(COACH, 'DropGoal', { trajectoryId, goalId: post, reason: 'Zo voelt het niet' });
  await goal('Weer rust in mijn hoofd over geld', 'finances');
  await goal('Sam naar zwemles', 'parenting');
  await send(COACH, 'AgreePlan', { trajectoryId });
  const page = await openAs(COACH, `/huishouden/${trajectoryId}/plan`);
  await page.getByRole('link', { name: 'Vergelijk versies' }).click();
  await expect(page.getByText('1 doel erbij, 1 doel in andere woorden')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'De post op orde' })).toContainText('Weer rust in mijn hoofd over geld');
  expect(await complaintsOf(page)).toEqual([]);
  await page.getByLabel('Tweede versie').selectOption('1');
  await expect(page.getByText('Er is niets veranderd.')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').first()).toBeHidden();
});

test('money is asked for from the page of the household, and waits for a holder', async ({ openAs }) => {
  const name = `Pot ${made.trajectoryId.slice(0, 8)}`;
  const budgetId = await newPot(name);
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  await page.getByRole('button', { name: 'Doe iets' }).click();
  await page.getByRole('menuitem', { name: 'Vraag geld aan' }).click();
  const form = page.getByRole('dialog');
  // A few pots are buttons to choose from, many are a list.
  const list = form.getByRole('combobox', { name: 'Uit welk budget' });
  const buttons = form.getByRole('group', { name: 'Uit welk budget' });
  await expect(list.or(buttons)).toBeVisible();
  if (await list.isVisible()) await list.selectOption(budgetId);
  else await form.getByRole('radio', { name }).check({ force: true });
  await form.getByLabel('Bedrag').fill('125,50');
  await form.getByLabel('Waarvoor is het').fill('Winterjassen');
  await form.getByLabel('Aan wie').fill('Kledingbank');
  await form.getByLabel('Leefgebied').selectOption({ label: 'Dagelijks leven' });
  for (const why of ['Waarom helpt de gewone weg niet', 'Waarom past dit bij de wet', 'Waarom staat het gezin hierachter', 'Wat levert het op']) await form.getByLabel(why).fill('Omdat het nu moet.');
  await form.getByRole('button', { name: 'Vraag aan' }).click();
  await expect(form).toHaveCount(0);
  // The queue is a read model: it has what was written in a moment.
  const waiting = async () => {
    const { queue } = await ask<{ queue: { edges: { node: { budgetId: string; amount: string } }[] } }>(HOLDER, '{ queue: approvalQueue(tab: ALL, first: 100) { ... on ApprovalQueueConnection { edges { node { budgetId amount } } } } }');
    return queue.edges.map(({ node }) => node);
  };
  await expect.poll(waiting).toContainEqual({ budgetId, amount: '125.50' });
});
