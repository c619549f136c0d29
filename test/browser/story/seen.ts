import type { Page } from '@playwright/test';
import { expect } from '../trying.js';
import type { People } from './people.js';
import { card, household } from './places.js';
import { madeBy, story, type Told } from './story.js';
import { day, money, term, typedDay } from './words.js';

type Is = Told & { readonly is?: Told; readonly at?: string; readonly has?: readonly Told[]; readonly are?: Readonly<Record<string, string>>; readonly hasInOrder?: readonly string[] };

const checks = (subject: string): readonly Is[] => (story.then as readonly Is[]).filter((check) => subject in check);

/** The page of the household as it was at the end of a day, or as it is. */
const lookBack = async (page: Page, at: string | undefined): Promise<void> => {
  if (at === undefined) return page.getByRole('button', { name: 'Terug naar vandaag' }).click();
  const bar = page.getByRole('region', { name: 'De dag van deze pagina' });
  if ((await bar.count()) === 0) await page.getByRole('button', { name: 'Kijk terug' }).click();
  await bar.getByLabel(/^Zoals het was op/).fill(typedDay(at));
  await expect(page.getByText(new RegExp(`Zoals het was op ${day(at)}`))).toBeVisible();
};

const factIn = (page: Page, label: string) => page.getByText(label, { exact: true }).first().locator('xpath=following-sibling::dd');

const debtsAre = async (page: Page, debts: Told): Promise<void> => {
  for (const [key, label] of [['paid', 'Betaald'], ['discharged', 'Kwijtgescholden'], ['excluded', 'Doet niet mee']] as const)
    if (debts[key] !== undefined) await expect(factIn(page, label)).toHaveText(money(debts[key]));
  const rows = page.getByRole('table', { name: 'Schulden', exact: true }).getByRole('row');
  await expect(rows.filter({ hasNotText: 'Doet niet mee' }).filter({ has: page.getByRole('rowheader') })).toHaveCount(Number(debts['included']));
};

const freezesAre = async (page: Page, freezes: readonly Told[]): Promise<void> => {
  for (const { instrument, state, until } of freezes) {
    const row = card(page, 'Dreiging en pauze').getByRole('listitem').filter({ hasText: term('instrument', instrument) });
    await expect(row).toContainText(term('freeze', state));
    if (until !== undefined) await expect(row).toContainText(`tot en met ${day(until)}`);
  }
};

/** What `then` says of the trajectory, on the page of its coach: today, and looking back. */
export const trajectorySeen = async (people: People): Promise<void> => {
  const page = await household(people, 'coach', 'Schulden');
  for (const { at, is = {} } of checks('trajectory')) {
    if (at !== undefined) await lookBack(page, at);
    const { status, outcome, debts, freezes } = is;
    if (status !== undefined) await expect(page.getByRole('banner').or(page.locator('header')).getByText(new RegExp(`^${term('status', status)}`)).first()).toBeVisible();
    if (outcome !== undefined) await expect(page.getByText(`${term('status', status)}: ${term('ending', outcome)}`)).toBeVisible();
    if (debts !== undefined) await debtsAre(page, debts as Told);
    if (freezes !== undefined) await freezesAre(page, freezes as readonly Told[]);
    if (at !== undefined) await lookBack(page, undefined);
  }
};

export const clocksSeen = async (people: People): Promise<void> => {
  const page = await household(people, 'coach', 'Termijnen');
  await page.getByText(/termijnen die voorbij zijn$/).click();
  for (const { rule, due, metOn } of checks('clocks').flatMap(({ has = [] }) => has)) {
    const row = page.getByRole('listitem').filter({ has: page.getByText(term('rule', rule), { exact: true }) }).filter({ hasText: `Laatste dag: ${day(due)}` });
    const short = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${String(metOn)}T12:00:00Z`));
    await expect(row, `${String(rule)} ${String(due)}`).toContainText(`${term('clockState', 'met')}, ${short}`);
  }
};

export const offersSeen = async (people: People): Promise<void> => {
  const page = await household(people, 'coach', 'Schulden');
  for (const { are = {} } of checks('offers'))
    for (const [debt, amount] of Object.entries(are))
      await expect(page.getByRole('table', { name: 'Voorstel per schuldeiser' }).getByRole('row', { name: String(madeBy(debt)['creditor']) })).toContainText(money(amount));
};

export const potSeen = async (people: People): Promise<void> => {
  const page = await people.of('holder1');
  await page.getByRole('navigation').getByRole('link', { name: 'Potten' }).click();
  await page.getByRole('link', { name: 'Doorbraakbudget Beijum' }).click();
  for (const { year, is = {} } of checks('budget')) {
    await page.getByRole('group', { name: 'Kies een jaar' }).getByRole('button', { name: String(year) }).click();
    const shown = card(page, `Het jaar ${String(year)}`);
    await expect(shown.getByText('Betaald', { exact: true }).locator('xpath=following-sibling::dd')).toHaveText(money(is['paid']));
    await expect(shown.getByText('Vastgelegd', { exact: true }).locator('xpath=following-sibling::dd')).toHaveText(money(is['reserved']));
    for (const [law, amount] of Object.entries(is['byDomain'] as Record<string, string>)) await expect(shown.getByRole('row', { name: term('law', law) })).toContainText(money(amount));
  }
};

export const spendSeen = async (people: People): Promise<void> => {
  const page = await household(people, 'coach', 'Overzicht');
  for (const { is = {} } of checks('householdSpend'))
    await expect(page.getByText(`Nog vrij: ${money(Number(is['ceiling']) - Number(is['paid']))} van ${money(is['ceiling'])}`)).toBeVisible();
};

/** The events of the story as the time line says them. */
const SAYS: Readonly<Record<string, RegExp>> = {
  TrajectoryOpened: /^De hulp begon/, ThreatReported: /^Er dreigt/, FirstConversationHeld: /^Het eerste gesprek was/, FreezeRequested: /aangevraagd\.$/, TandemStarted: /Het tandem is begonnen\.$/,
  FreezeGranted: / geldt van/, PlanAgreed: /zijn het eens over het plan/, IntakeCompleted: /^De start is afgerond/, BuyOutDrafted: /^Er is een voorstel gemaakt/,
  OffersSent: /^De schuldeisers kregen het voorstel/, OfferRefused: /gaat niet akkoord\.$/, OfferAccepted: /gaat akkoord\.$/, FundingConfirmed: /^Het geld voor de schuldeisers is er\./,
  CreditorPaid: / kreeg €/, DebtDischarged: /schold de rest kwijt/, FreezeLifted: /is eerder gestopt\.$/, RepaymentMissed: /^Termijn 7 is niet betaald/, CreditClosed: /^Alles is terugbetaald/,
  AftercareStarted: /^De nazorg begon/, CheckInHeld: /^Gesprek 1 is gehouden/, AftercareCompleted: /^De nazorg is afgerond/, TrajectoryClosed: /^De hulp is gestopt/,
};

export const timelineSeen = async (people: People): Promise<void> => {
  const page = await household(people, 'coach', 'Overzicht');
  await page.getByRole('button', { name: /^Toon nog/ }).click();
  const told = (await card(page, 'Wat is er gebeurd').getByRole('listitem').locator('[data-told]').allTextContents()).reverse();
  for (const { hasInOrder = [] } of checks('timeline')) {
    let from = 0;
    for (const type of hasInOrder) {
      const found = told.findIndex((sentence, index) => index >= from && (SAYS[type] as RegExp).test(sentence.trim()));
      expect(found, `${type} after "${told[from - 1] ?? ''}"`).toBeGreaterThanOrEqual(0);
      from = found + 1;
    }
  }
};
