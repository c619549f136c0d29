import { defineConfig } from '@playwright/test';
import { launchOptions } from './chromium.mjs';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** What is tried in a real browser, on a desk and on a phone, against one platform. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.browser.ts',
  // A whole story takes minutes: it is walked when it is asked for (`npm run test:browser -- --whole-story`).
  testIgnore: process.env['WHOLE_STORY'] === '1' ? [] : ['a-story.browser.ts'],
  globalSetup: './start.ts',
  outputDir: process.env['BROWSER_OUTPUT'] ?? '../../node_modules/.cache/browser',
  workers: 2,
  // Says 'flaky' in the report of the run, and stops nobody from landing something else.
  retries: process.env.CI ? 1 : 0,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['dot'], ...(process.env['BROWSER_REPORT'] ? ([['json', { outputFile: process.env['BROWSER_REPORT'] }]] as const) : [])],
  use: { launchOptions: launchOptions({ quick: true }), locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', actionTimeout: 15_000, screenshot: 'only-on-failure' },
  projects: [
    { name: 'wide', use: { viewport: WIDE }, grepInvert: /@phone/ },
    { name: 'phone', use: { viewport: PHONE, hasTouch: true, isMobile: true }, grepInvert: /@wide/ },
  ],
});
