import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { asks, COACH, EXPERT, HOLDER, inTandem, newHousehold, ownPage, owes, RESIDENT } from './households.js';
import { address, ask, send } from './service.js';
import { expect, settled, test } from './trying.js';

/** Everything that reaches a browser from now on: answers, live messages, and what stands on the pages. */
const heardBy = (page: Page) => {
  const heard: Promise<string>[] = [];
  page.on('response', (response) => heard.push(response.text().catch(() => '')));
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(Promise.resolve(String(payload)))));
  return {
    visit: async (path: string): Promise<void> => {
      await page.goto(`${address()}${path}`);
      await settled(page);
      heard.push(Promise.resolve(await page.content()));
    },
    all: async (): Promise<string> => (await Promise.all(heard)).join('\n'),
  };
};

/** A household whose every private word can be recognised. */
const withCanaries = async () => {
  const mark = randomUUID().slice(0, 8);
  const canary = { story: `verhaal-${mark}`, note: `notitie-${mark}`, creditor: `schuldeiser-${mark}`, child: `kind-${mark}`, street: `straat-${mark}` };
  const made = await newHousehold({ address: canary.street });
  const { householdId, trajectoryId } = made;
  await send(COACH, 'AddMember', { householdId, memberId: randomUUID(), role: 'child', name: canary.child, birthDate: '2015-02-03', from: '2026-01-05' });
  await send(COACH, 'TellStory', { trajectoryId, storyId: randomUUID(), text: canary.story, visibleTo: ['neighbourhood-coach'] });
  await send(COACH, 'LogContact', { trajectoryId, contactId: randomUUID(), kind: 'call', reached: true, note: canary.note });
  await owes(made, canary.creditor);
  return { made, canary };
};

const found = (text: string, words: Readonly<Record<string, string>>): readonly string[] => Object.entries(words).filter(([, word]) => text.includes(word)).map(([name]) => name);

test('@wide the canaries sing: the coach does hear them', async ({ openAs }) => {
  const { made, canary } = await withCanaries();
  const heard = heardBy(await openAs(COACH));
  for (const part of ['', '/schulden', '/mensen']) await heard.visit(`/huishouden/${made.trajectoryId}${part}`);
  expect(found(await heard.all(), canary)).toEqual(['story', 'note', 'creditor', 'child', 'street']);
});

test('@wide a budget holder hears nothing of what the household told', async ({ openAs }) => {
  const { made, canary } = await withCanaries();
  const { requestId } = await asks(made, 'Bed');
  const heard = heardBy(await openAs(HOLDER));
  for (const path of ['/aanvragen', `/aanvragen/${requestId}`, `/huishouden/${made.trajectoryId}`]) await heard.visit(path);
  const all = await heard.all();
  expect(found(all, { ...canary, family: made.name })).toEqual([]);
  expect(all).toContain(requestId);
});

test('@wide a household hears what it may read, and not what its coach keeps to the team', async ({ openAs }) => {
  const { trajectoryId } = await ownPage();
  const mark = randomUUID().slice(0, 8);
  const [open, team] = [`open-${mark}`, `team-${mark}`];
  await send(COACH, 'TellStory', { trajectoryId, storyId: randomUUID(), text: open, visibleTo: ['neighbourhood-coach', 'household-member'] });
  await send(COACH, 'TellStory', { trajectoryId, storyId: randomUUID(), text: team, visibleTo: ['neighbourhood-coach', 'debt-counsellor'] });
  const { made, canary } = await withCanaries();
  const heard = heardBy(await openAs(RESIDENT));
  for (const path of ['/mijn-plan', '/mijn-plan/koelkast', '/wie-keek', `/huishouden/${made.trajectoryId}`]) await heard.visit(path);
  const all = await heard.all();
  expect(found(all, { open })).toEqual(['open']);
  expect(found(all, { ...canary, family: made.name, team })).toEqual([]);
});

test('@wide an experience expert hears what is shared, and no debts per creditor, no story that is for the coach', async ({ openAs }) => {
  const { made, canary } = await withCanaries();
  const end = await inTandem(made);
  const heard = heardBy(await openAs(EXPERT));
  for (const path of ['/gezinnen', `/gezin/${made.trajectoryId}`, `/huishouden/${made.trajectoryId}`]) await heard.visit(path);
  const all = await heard.all();
  expect(all).toContain(made.trajectoryId);
  await end();
  expect(found(all, { story: canary.story, note: canary.note, creditor: canary.creditor })).toEqual([]);
});

for (const [person, path] of [['privacy-officer-1', '/wie-keken'], ['administrator-1', '/mensen'], ['evaluator-1', '/']] as const)
  test(`@wide ${person} hears nothing of what is in a file`, async ({ openAs }) => {
    const { made, canary } = await withCanaries();
    const heard = heardBy(await openAs(person));
    for (const at of [path, `/dossier/${made.householdId}`, `/huishouden/${made.trajectoryId}`]) await heard.visit(at);
    expect(found(await heard.all(), { ...canary, family: made.name })).toEqual([]);
  });

test('@wide an officer begins the day with emergency access that nobody reviewed: it comes by itself, and goes when it is reviewed', async ({ openAs }) => {
  const { householdId } = await newHousehold();
  const reason = `Melding van geweld ${householdId.slice(0, 8)}`;
  const page = await openAs('privacy-officer-1');
  const breakGlass = 'mutation ($input: BreakGlassInput!, $commandId: ID!) { breakGlass(input: $input, commandId: $commandId) { __typename } }';
  await ask('counsellor-beijum-1', breakGlass, { input: { householdId, reason }, commandId: randomUUID() });
  const row = page.getByRole('listitem').filter({ hasText: reason });
  await row.getByRole('button', { name: 'Nagekeken' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Nagekeken' }).click();
  await expect(row).toHaveCount(0);
});

test('@wide a colleague of another area hears nothing of a household that is not hers', async ({ openAs }) => {
  const { made, canary } = await withCanaries();
  const heard = heardBy(await openAs('coach-haren-1'));
  for (const path of ['/werk', '/huishoudens', `/huishouden/${made.trajectoryId}`]) await heard.visit(path);
  expect(found(await heard.all(), { ...canary, family: made.name })).toEqual([]);
});
