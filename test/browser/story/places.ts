import type { Locator, Page } from '@playwright/test';
import { expect } from '../trying.js';
import type { People } from './people.js';
import { madeBy, type Step } from './story.js';
import { money, ownTitleOf, term, titleOf } from './words.js';

export const FAMILY = 'Gezin BEI-001';
const POT = 'Doorbraakbudget Beijum';

/** Where a person looks for a form: goes there and opens it; answers the window. */
export type Place = (people: Pick<People, 'of'>, step: Step) => Promise<Page>;

const nav = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();
};

const button = (within: Page | Locator, name: string): Promise<void> => within.getByRole('button', { name, exact: true }).first().click();

const menu = async (page: Page, within: Page | Locator, opener: string, item: string): Promise<void> => {
  await button(within, opener);
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};

export const card = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });
/** The household's own, one of many in a list. */
const familyCard = (page: Page): Locator => page.getByRole('group', { name: FAMILY, exact: true });
const table = (page: Page, caption: string): Locator => page.getByRole('table', { name: caption, exact: true });

/** The page of the household at one of its parts, found by its name the first time. */
export const household = async (people: Pick<People, 'of'>, alias: string, part: string): Promise<Page> => {
  const page = await people.of(alias);
  const parts = page.getByRole('navigation', { name: 'Delen van deze pagina' });
  if (!/\/huishouden\//.test(page.url())) {
    await nav(page, 'Huishoudens');
    await familyCard(page).getByRole('link', { name: 'Open het huishouden' }).click();
  }
  const tab = parts.getByRole('link', { name: part, exact: true });
  if ((await tab.getAttribute('aria-current')) !== 'page') await tab.click();
  return page;
};

const desk = async (people: Pick<People, 'of'>, alias: string, list: string, amount: unknown): Promise<Page> => {
  const page = await people.of(alias);
  await nav(page, 'Aanvragen');
  await page.getByRole('group', { name: 'Welke lijst' }).getByRole('button', { name: new RegExp(`^${list}`) }).click();
  await page.getByRole('list', { name: list, exact: true }).getByRole('link', { name: money(amount) }).first().click();
  await expect(page.getByRole('heading', { level: 2, name: money(amount) })).toBeVisible();
  return page;
};

const households: Place = async (people, { as }) => {
  const page = await people.of(as);
  if (!/\/huishoudens$/.test(page.url())) await nav(page, 'Huishoudens');
  return page;
};

const pot: Place = async (people, { as }) => {
  const page = await people.of(as);
  if (/\/geld\/./.test(page.url())) return page;
  await nav(page, 'Potten');
  await page.getByRole('link', { name: POT }).click();
  return page;
};

/** By a button with the name of the command, on a part of the page of the household. */
const onPart = (part: string, within: (page: Page, step: Step) => Page | Locator = (page) => page): Place => async (people, step) => {
  const page = await household(people, step.as, part);
  await button(within(page, step), titleOf(step.do));
  return page;
};

/** By the menu above the page of the household, whatever part one is at. */
const inHeader: Place = async (people, step) => {
  const page = await household(people, step.as, 'Overzicht');
  await menu(page, page, 'Doe iets', titleOf(step.do));
  return page;
};

/** By the menu beside a thing on a part of the page. */
const beside = (part: string, opener: (step: Step) => string, within: (page: Page) => Page | Locator = (page) => page): Place => async (people, step) => {
  const page = await household(people, step.as, part);
  await menu(page, within(page), opener(step), titleOf(step.do));
  return page;
};

const application = beside('Termijnen', ({ with: told }) => `Doe iets met de aanvraag: ${term('applicationKind', madeBy(told['applicationId'])['kind'])}`);
const freeze = beside('Schulden', ({ with: told }) => `Doe iets met: ${term('instrument', madeBy(told['freezeId'])['instrument'])}`);
const offer = beside('Schulden', ({ with: told }) => `Doe iets: ${String(madeBy(told['debtId'])['creditor'])}`, (page) => table(page, 'Voorstel per schuldeiser'));
const buyOut = onPart('Schulden', (page) => card(page, 'Saneringskrediet'));

const instalment: Place = async (people, step) => {
  const page = await household(people, step.as, 'Schulden');
  const list = page.getByRole('group').filter({ hasText: /^Terugbetalen:/ });
  if ((await list.getAttribute('open')) === null) await list.getByText(/^Terugbetalen:/).click();
  await menu(page, list, `Doe iets met termijn ${String(step.with['number'])}`, titleOf(step.do));
  return page;
};

const family = async (people: Pick<People, 'of'>, alias: string): Promise<Page> => {
  const page = await people.of(alias);
  if (!/\/gezin\//.test(page.url())) {
    await nav(page, 'Mijn gezinnen');
    await page.getByRole('link', { name: FAMILY }).click();
  }
  return page;
};

const talk: Place = async (people, step) => {
  const number = String(step.with['number']);
  if (step.as !== 'expert') return beside('Nazorg', () => `Doe iets met gesprek ${number}`)(people, step);
  const page = await family(people, step.as);
  await button(page.getByRole('listitem').filter({ hasText: `Gesprek ${number}` }), titleOf(step.do));
  return page;
};

/** Where the form of each command of the story is looked for. */
export const PLACES: Readonly<Record<string, Place>> = {
  OpenBudget: async (people, step) => {
    const page = await people.of(step.as);
    await nav(page, 'Potten');
    await button(page, titleOf(step.do));
    return page;
  },
  Contribute: async (people, step) => { const page = await pot(people, step); await button(page, titleOf(step.do)); return page; },
  GrantMandate: async (people, step) => { const page = await pot(people, step); await button(page, titleOf(step.do)); return page; },
  CloseYear: async (people, step) => { const page = await pot(people, step); await menu(page, page.getByRole('main'), 'Meer', `Sluit ${String(step.with['year'])}`); return page; },
  RegisterHousehold: async (people, step) => { const page = await households(people, step); await button(page, titleOf(step.do)); return page; },
  AddMember: async (people, step) => { const page = await households(people, step); await button(familyCard(page), `Voeg iemand toe aan ${FAMILY}`); return page; },
  OpenTrajectory: async (people, step) => { const page = await households(people, step); await button(familyCard(page), titleOf(step.do)); return page; },
  AssignCoach: inHeader, ReportThreat: inHeader, HoldFirstConversation: inHeader, TellStory: inHeader, RequestFreeze: inHeader, RequestSpending: inHeader, CompleteIntake: inHeader,
  ConfirmDebtInventory: inHeader, RecordProtectedAmount: inHeader, ReportBottleneck: inHeader,
  ReceiveApplication: onPart('Termijnen'), SuspendClock: application, ResumeClock: application, DecideApplication: application, CompleteInvestigation: application,
  ProposeTandem: onPart('Mensen'),
  AcceptTandem: async (people) => {
    const page = await people.of('household');
    await button(page, 'Ja, graag');
    await expect(page.getByRole('dialog', { name: ownTitleOf('AcceptTandem') })).toBeVisible();
    return page;
  },
  LogTandemContact: async (people, step) => { const page = await family(people, step.as); await button(page, titleOf(step.do)); return page; },
  AssessLifeAreas: onPart('Leefgebieden'),
  SetGoal: onPart('Plan'), AgreePlan: onPart('Plan'),
  PlanAction: onPart('Plan', (page, { with: told }) => page.getByRole('article').filter({ hasText: String(madeBy(told['goalId'])['wish']) }).last()),
  CompleteAction: beside('Plan', ({ with: told }) => `Doe iets met de stap: ${String(madeBy(told['actionId'])['what'])}`),
  ReachGoal: beside('Plan', ({ with: told }) => `Doe iets met het doel: ${String(madeBy(told['goalId'])['wish'])}`),
  RegisterDebt: onPart('Schulden'),
  CorrectDebt: beside('Schulden', ({ with: told }) => `Doe iets: ${String(madeBy(told['debtId'])['creditor'])}`, (page) => table(page, 'Schulden')),
  RecordInterimOrder: freeze, GrantFreeze: freeze, RecordCreditorResponse: freeze, LiftFreeze: freeze, ReportToCourt: freeze,
  DraftBuyOut: onPart('Schulden'), SendOffers: buyOut, RequestFunding: buyOut, ConfirmFunding: buyOut,
  AgreeRepayment: beside('Schulden', () => 'Meer', (page) => card(page, 'Saneringskrediet')),
  RecordOfferResponse: offer, PayCreditor: offer,
  RecordRepayment: instalment, MissRepayment: instalment,
  RecordPayment: async (people, step) => { const page = await desk(people, step.as, 'Te betalen', madeBy(step.with['requestId'])['amount']); await button(page, titleOf(step.do)); return page; },
  ProposeCeilingRaise: async (people, step) => { const page = await desk(people, step.as, 'Besloten', '349.00'); await button(page, titleOf(step.do)); return page; },
  ConfirmCeilingRaise: async (people, step) => { const page = await pot(people, step); await button(page, titleOf(step.do)); return page; },
  StartAftercare: onPart('Nazorg'), ReportSetback: onPart('Nazorg'),
  CompleteAftercare: beside('Nazorg', () => 'Meer', (page) => card(page, 'Nazorg')),
  HoldCheckIn: talk,
};

/** The request of a decision, found in the list of what waits. */
export const waiting = (people: Pick<People, 'of'>, alias: string, requestId: unknown): Promise<Page> => desk(people, alias, 'Voor mij', madeBy(requestId)['amount']);
