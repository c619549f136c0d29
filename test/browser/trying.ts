import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { address } from './service.js';
import { Windows } from './windows.js';

export { expect };

/** What the page asks of others than the platform, told to `tell`: addresses, of requests and of sockets. */
export const asksOthers = (page: Page, platform: string, tell: (complaint: string) => void): void => {
  const { host } = new URL(platform);
  const look = (url: string): void => void (/^(https?|wss?):/.test(url) && new URL(url).host !== host && tell(`asks another host: ${url}`));
  page.on('request', (request) => look(request.url()));
  page.on('websocket', (socket) => look(socket.url()));
};

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Through the demonstration's own sign-in, as a person would; lands where `path` says. */
export const signIn = async (page: Page, person: string, path = '/'): Promise<void> => {
  await page.goto(`${address()}/auth/login?returnTo=${encodeURIComponent(path)}`);
  await page.click(`button[value="${person}"]`);
  await page.waitForURL((url) => url.href.startsWith(address()) && !url.pathname.startsWith('/demo') && !url.pathname.startsWith('/auth'));
};

/** Where a page is quiet: its heading is there, and nothing loads any more. */
export const settled = async (page: Page): Promise<void> => {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
};

/** Keys that nobody translated show as themselves: `places.work`, or a hole that nobody filled. */
const UNTRANSLATED = /^(?:[a-z][A-Za-z]+\.)+[a-z][A-Za-z]+(?:_one|_other)?$|\{\{/;

/** Texts on the page that are keys in place of words. */
export const untranslated = async (page: Page): Promise<readonly string[]> => {
  const texts = await page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [document.title];
    while (walk.nextNode()) found.push(walk.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label]')) found.push(element.getAttribute('aria-label') ?? '');
    return found.map((text) => text.trim());
  });
  return texts.filter((text) => UNTRANSLATED.test(text));
};

/** What axe has against the page, one line for each kind, with where. */
export const complaintsOf = async (page: Page, within?: string): Promise<readonly string[]> => {
  // Of what passes it need not tell, and without frames of others it needs no second page for its sums: a third of the work is left.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')})`);
};

/** Pixels by which the page is wider than its window; none is right. */
export const tooWide = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export interface Trying {
  /** A window in which somebody is signed in, at a path. Whatever the console complains about there fails the test. */
  readonly openAs: (person: string, path?: string) => Promise<Page>;
  /** Complaints that this test expects, such as a network that is switched off. */
  readonly expected: RegExp[];
}

/** Kept for the whole run: every window of a person, in whichever worker, is of the same sign-in. */
const stateOf = async (browser: Browser, person: string): Promise<State> => {
  const file = join(process.env['BROWSER_STATES'] ?? '', `${person}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as State;
  const context = await browser.newContext();
  try {
    await signIn(await context.newPage(), person);
    const state = await context.storageState();
    // Whole or not at all: the other worker may be looking.
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(state), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
    return state;
  } finally {
    await context.close();
  }
};

interface Shared {
  readonly states: Map<string, Promise<State>>;
  readonly windows: Windows;
}

export const test = base.extend<Trying, Shared>({
  // Signed in once per person; the tests of sign-in do it themselves.
  states: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  windows: [async ({ browser }, use) => {
    const windows = new Windows(browser);
    await use(windows);
    await windows.close();
  }, { scope: 'worker' }],
  expected: async ({}, use) => use([]),
  openAs: async ({ browser, states, windows, expected, contextOptions, viewport, isMobile, hasTouch, locale, timezoneId }, use) => {
    const complaints: string[] = [];
    const pages: Page[] = [];
    await use(async (person, path = '/') => {
      const state = states.get(person) ?? stateOf(browser, person);
      states.set(person, state);
      const page = await windows.take((await state).cookies, { ...contextOptions, viewport, isMobile, hasTouch, locale, timezoneId });
      pages.push(page);
      if (viewport) await page.setViewportSize(viewport);
      page.on('console', (message) => message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`));
      page.on('pageerror', (error) => complaints.push(error.message));
      asksOthers(page, address(), (complaint) => complaints.push(complaint));
      await page.goto(`${address()}${path}`);
      await settled(page);
      return page;
    });
    for (const page of pages) await windows.giveBack(page);
    expect(complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)))).toEqual([]);
  },
});
