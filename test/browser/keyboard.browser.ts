import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { asks, COACH, HOLDER, newHousehold, newPot, owes, type Made } from './households.js';
import { keysOn, type Keys } from './keys.js';
import { send } from './service.js';
import { complaintsOf, expect, settled, test } from './trying.js';

/** The jobs of every week: choices and fields that each may take, from the page where it begins to where it is done. */
const JOBS = { 'open the day': 1, 'write a note': 4, 'report a crisis': 5, 'plan an action': 6, 'ask for money': 11, 'approve it': 3, 'hold a check-in': 6 } as const;

const within = (job: keyof typeof JOBS, keys: Keys): void => {
  console.log(`${job}: ${keys.steps()} steps by keyboard, at most ${JOBS[job]}`);
  expect(keys.steps()).toBeLessThanOrEqual(JOBS[job]);
};

const menu = async (page: Page, keys: Keys, name: string, item: string): Promise<void> => {
  await keys.press(page.getByRole('button', { name, exact: true }));
  const target = page.getByRole('menuitem', { name: item, exact: true });
  await target.waitFor();
  // Letters go to what begins with them.
  await page.keyboard.type(item.split(' ')[0] ?? '');
  await expect(target).toBeFocused();
  await keys.key('Enter');
};

let made: Made;
test.beforeEach(async () => {
  made = await newHousehold();
});

test('@wide the day opens, and a note is written, from the keyboard alone', async ({ openAs }) => {
  const page = await openAs(COACH);
  const day = keysOn(page);
  await day.to(page.locator('[data-row]').first());
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-row]').nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await day.key('Enter');
  await expect(page).toHaveURL(/\/huishouden\//);
  await settled(page);
  // The address comes before the page: until then the key has nobody to hear it.
  await expect(page.getByRole('button', { name: 'Snel noteren' })).toBeVisible();
  within('open the day', day);
  const note = keysOn(page);
  await note.key('Alt+n');
  const form = page.getByRole('dialog');
  await note.choose(form.getByRole('group', { name: 'Soort' }), 'Gebeld');
  await note.choose(form.getByRole('group', { name: 'Heb je iemand gesproken' }), 'Ja');
  await note.write(form.getByLabel('Notitie'), 'Met toetsen');
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  within('write a note', note);
});

test('@wide a crisis is reported from the keyboard alone', async ({ openAs }) => {
  await owes(made);
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}`);
  const keys = keysOn(page);
  await keys.press(page.getByRole('link', { name: 'Noodstop' }));
  await settled(page);
  await keys.choose(page.getByRole('group', { name: 'Wat dreigt er' }), 'Uit huis gezet worden');
  await keys.press(page.getByRole('button', { name: /Over 7 dagen/ }));
  await keys.press(page.getByRole('button', { name: 'Vraag de pauze aan' }));
  await expect(page.getByText('De pauze is gevraagd.')).toBeVisible();
  within('report a crisis', keys);
});

test('@wide an action is planned from the keyboard alone', async ({ openAs }) => {
  await send(COACH, 'SetGoal', { trajectoryId: made.trajectoryId, goalId: randomUUID(), wish: 'Weer gewoon post openmaken', lifeArea: 'finances', targetDate: '2030-01-01' });
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}/plan`);
  const keys = keysOn(page);
  await keys.press(page.getByRole('button', { name: 'Spreek een stap af' }));
  const form = page.getByRole('dialog');
  await keys.write(form.getByLabel('Wat', { exact: true }), 'Samen de stapel sorteren');
  await keys.choose(form.getByLabel('Wie doet dit'), 'Coach Beijum 1');
  await keys.write(form.getByRole('textbox', { name: 'Klaar op' }), '01-05-2030');
  await keys.press(form.getByRole('button', { name: 'Bewaar' }));
  await expect(page.getByText('Samen de stapel sorteren')).toBeVisible();
  within('plan an action', keys);
});

test('@wide money is asked for, and approved, from the keyboard alone', async ({ openAs }) => {
  const name = `Pot ${made.trajectoryId.slice(0, 8)}`;
  await newPot(name);
  const page = await openAs(COACH, `/huishouden/${made.trajectoryId}/geld`);
  const keys = keysOn(page);
  await keys.press(page.getByRole('button', { name: 'Vraag geld aan' }));
  const form = page.getByRole('dialog');
  const pots = form.getByRole('combobox', { name: 'Uit welk budget' }).or(form.getByRole('group', { name: 'Uit welk budget' }));
  await pots.waitFor();
  await keys.choose(pots, name);
  await keys.write(form.getByLabel('Bedrag'), '125,50');
  await keys.write(form.getByLabel('Waarvoor is het'), 'Winterjassen');
  await keys.write(form.getByLabel('Aan wie'), 'Kledingbank');
  await keys.choose(form.getByLabel('Leefgebied'), 'Dagelijks leven');
  for (const why of ['Waarom helpt de gewone weg niet', 'Waarom past dit bij de wet', 'Waarom staat het gezin hierachter', 'Wat levert het op']) await keys.write(form.getByLabel(why), 'Omdat het nu moet.');
  await keys.press(form.getByRole('button', { name: 'Vraag aan' }));
  await expect(form).toHaveCount(0);
  await expect(page.getByText(/Winterjassen/)).toBeVisible();
  within('ask for money', keys);

  const { requestId } = await asks(made, 'Wasmachine');
  const desk = await openAs(HOLDER, '/aanvragen');
  const holder = keysOn(desk);
  await holder.press(desk.locator(`a[href*="${requestId}"]`));
  await holder.press(desk.getByRole('button', { name: 'Keur goed', exact: true }));
  await expect(desk.getByRole('button', { name: 'Ja, keur goed' })).toBeFocused();
  expect(await complaintsOf(desk)).toEqual([]);
  await holder.key('Enter');
  await expect(desk.getByText(/^Goedgekeurd op/)).toBeVisible();
  within('approve it', holder);
});

test('@wide a check-in is held from the keyboard alone', async ({ openAs }) => {
  const { trajectoryId } = made;
  await send(COACH, 'HoldFirstConversation', { trajectoryId, place: 'home' });
  await send(COACH, 'SetGoal', { trajectoryId, goalId: randomUUID(), wish: 'Rust', lifeArea: 'finances', targetDate: '2030-01-01' });
  await send(COACH, 'AgreePlan', { trajectoryId });
  await send(COACH, 'CompleteIntake', { trajectoryId });
  await send(COACH, 'StartAftercare', { trajectoryId, until: '2030-01-01', checkIns: ['2029-01-01'] });
  const page = await openAs(COACH, `/huishouden/${trajectoryId}/nazorg`);
  const keys = keysOn(page);
  await menu(page, keys, 'Doe iets met gesprek 1', 'Gesprek gehouden');
  const form = page.getByRole('dialog');
  await keys.choose(form.getByRole('group', { name: /Hoe gaat het/ }), '7');
  await keys.choose(form.getByRole('group', { name: /achterstand/i }), 'Nee');
  await keys.write(form.getByLabel('Notitie'), 'Het gaat goed.');
  await keys.press(form.getByRole('button', { name: 'Bewaar' }));
  await expect(form).toHaveCount(0);
  await expect(page.getByText('Gehouden', { exact: true })).toBeVisible();
  within('hold a check-in', keys);
});
