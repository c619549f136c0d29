// Signs in at the demonstration as a person would, for scripts that look at pages.

/** Lands on `path` as that person. */
export const signInAs = async (page, url, person, path = '/') => {
  await page.goto(`${url}/auth/login?returnTo=${encodeURIComponent(path)}`);
  await page.click(`button[value="${person}"]`);
  await page.waitForURL((at) => at.href.startsWith(url) && !/^\/(auth|demo)/.test(at.pathname));
};

/** A page is quiet when its heading is there and nothing loads any more. */
export const settled = async (page) => {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  await page.evaluate(() => document.fonts.ready);
};
