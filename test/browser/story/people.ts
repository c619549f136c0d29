import type { Browser, BrowserContext, Page } from '@playwright/test';
import { asksOthers, expect } from '../trying.js';
import type { OwnPlatform } from './own-platform.js';

/** Who of the directory plays whom: the id to sign in with, and the name on the screens. */
export const CAST: Readonly<Record<string, readonly [id: string, name: string]>> = {
  coach: ['coach-beijum-1', 'Coach Beijum 1'],
  expert: ['expert-beijum-1', 'Ervaringsdeskundige Beijum 1'],
  counsellor: ['counsellor-beijum-1', 'Schuldhulpverlener Beijum 1'],
  holder1: ['holder-beijum-1', 'Budgethouder Beijum 1'],
  holder2: ['holder-beijum-2', 'Budgethouder Beijum 2'],
  household: ['resident-beijum-1', 'Bewoner Beijum 1'],
};

interface Playing {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that reached this person's browser. */
  readonly heard: Promise<string>[];
}

const SIZE = { viewport: { width: 1440, height: 900 }, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' } as const;

/** "2024-01-12T10:30" here as a moment; a day without a time begins the working day. */
const momentOf = (on: string): string => {
  const local = on.length > 10 ? on : `${on}T07:30`;
  const summer = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' }).format(new Date(`${local}:00Z`)).includes('+02');
  return new Date(`${local}:00${summer ? '+02:00' : '+01:00'}`).toISOString();
};

/** The people of the story, each signed in in a browser of his own, all in the story's time. */
export class People {
  private readonly playing = new Map<string, Playing>();
  private now = '';
  readonly complaints: string[] = [];

  constructor(private readonly browser: Browser, private readonly platform: OwnPlatform) {}

  /** Everybody, before the story begins: a browser drops the cookies of a time gone by. */
  async signIn(): Promise<void> {
    await Promise.all(Object.keys(CAST).map(async (alias) => this.playing.set(alias, await this.signedIn(alias))));
  }

  /** Time passes; it never goes back. */
  async at(on: string): Promise<void> {
    const moment = momentOf(on);
    if (moment <= this.now) return;
    this.now = moment;
    await this.platform.at(moment);
  }

  /** The window of somebody, who looks at it now. */
  async of(alias: string): Promise<Page> {
    const { page } = this.whoPlays(alias);
    await this.look(page);
    return page;
  }

  /** Another window of the same person, at the same address; it stays as it is while the first goes on. */
  async secondWindow(alias: string): Promise<Page> {
    const first = await this.of(alias);
    const { context } = this.whoPlays(alias);
    const page = await context.newPage();
    this.listen(page, []);
    await this.look(page);
    await page.goto(first.url());
    await expect(page.locator('h1').first()).toBeVisible();
    return page;
  }

  /** What somebody's browser heard so far, and what stands on his page. */
  async heardBy(alias: string): Promise<string> {
    const { page, heard } = this.whoPlays(alias);
    return [...(await Promise.all(heard)), await page.content()].join('\n');
  }

  async close(): Promise<void> {
    for (const { context } of this.playing.values()) await context.close();
  }

  private whoPlays(alias: string): Playing {
    const playing = this.playing.get(alias);
    if (!playing) throw new Error(`${alias} did not sign in`);
    return playing;
  }

  private async signedIn(alias: string): Promise<Playing> {
    const [id] = CAST[alias] ?? [''];
    const context = await this.browser.newContext(SIZE);
    const page = await context.newPage();
    const heard: Promise<string>[] = [];
    this.listen(page, heard);
    await page.goto(`${this.platform.url}/auth/login?returnTo=/`);
    await page.click(`button[value="${id}"]`);
    await page.waitForURL((url) => url.href.startsWith(this.platform.url) && !/^\/(auth|demo|oidc)/.test(url.pathname));
    return { page, context, heard };
  }

  private listen(page: Page, heard: Promise<string>[]): void {
    page.on('response', (response) => heard.push(response.text().catch(() => '')));
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(Promise.resolve(String(payload)))));
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(`${message.text()} ${message.location().url}`));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    asksOthers(page, this.platform.url, (complaint) => this.complaints.push(complaint));
  }

  /** Somebody comes back to his window: its clock is right, and a page of another day asks again. */
  private async look(page: Page): Promise<void> {
    if (!this.now) return;
    await page.clock.setFixedTime(this.now);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }
}
