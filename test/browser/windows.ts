import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { address } from './service.js';

type Cookies = Parameters<BrowserContext['addCookies']>[0];

/** What a test may listen to. */
const HEARD = ['console', 'pageerror', 'request', 'response', 'websocket', 'load', 'dialog'] as const;
/** What our pages keep on a device. */
const KEPT = 'local_storage,indexeddb,cache_storage,service_workers';

/**
 * Windows that stay open from one test to the next, as empty as new ones: what a browser has once loaded and compiled costs it nothing the
 * second time, and that is more than half of what opening a page costs.
 */
export class Windows {
  private readonly idle: Page[] = [];

  constructor(private readonly browser: Browser) {}

  /** A window with these cookies and with nothing else. */
  async take(cookies: Cookies, options: BrowserContextOptions): Promise<Page> {
    const page = this.idle.pop() ?? (await (await this.browser.newContext(options)).newPage());
    await page.context().addCookies(cookies);
    return page;
  }

  /** Empties a window for the next test. */
  async giveBack(page: Page): Promise<void> {
    const context = page.context();
    if (page.isClosed() || context.pages().length !== 1) return context.close();
    for (const event of HEARD) page.removeAllListeners(event);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.setOffline(false);
    await page.evaluate(() => sessionStorage.clear()).catch(() => undefined);
    // Whatever still runs on the page ends here, and writes nothing any more.
    await page.goto('about:blank');
    await page.emulateMedia({ media: null, reducedMotion: null, forcedColors: null, colorScheme: null });
    await context.clearCookies();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin: address(), storageTypes: KEPT });
    await devtools.detach();
    this.idle.push(page);
  }

  async close(): Promise<void> {
    for (const page of this.idle) await page.context().close();
  }
}
