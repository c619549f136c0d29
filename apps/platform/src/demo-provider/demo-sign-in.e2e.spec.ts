import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlatform, type Platform } from '@perspectief/assembly';
import { createCasework } from '@perspectief/casework';
import { demoToken, enrolStaff } from '@perspectief/cli';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { roles } from '@perspectief/directory';
import { throwAwayKeys } from '@perspectief/privacy';
import { Browser } from '../testing/browser.js';
import { demoSignIn } from './mount.js';

type Service = Awaited<ReturnType<typeof createCasework>>;

let database: ThrowAwayDatabase;
let platform: Platform;
let service: Service | undefined;
let url: string;
let browser: Browser;
const dataDir = mkdtempSync(join(tmpdir(), 'perspectief-demo-'));

const started = async (): Promise<Service> => {
  let address = '';
  const app = await createCasework({ platform, production: false, ...(await demoSignIn(dataDir, platform.directory, () => address)) });
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
  return app;
};

beforeAll(async () => {
  database = await throwAwayDatabase();
  platform = await openPlatform({ databaseUrl: database.url, keys: throwAwayKeys() });
  await enrolStaff(platform.directory);
  service = await started();
  url = await service.getUrl();
});
afterAll(async () => {
  // Also when starting it failed: an open platform would keep the whole run waiting.
  await service?.close();
  await platform.close();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});
beforeEach(() => {
  browser = new Browser();
});

const session = async (): Promise<{ status: number; person?: { id: string; role: string } }> => {
  const page = await browser.get(`${url}/auth/session`);
  return { status: page.status, ...(JSON.parse(page.text) as object) };
};
const signIn = async (person: string, returnTo = '/health/live') => {
  const choosing = await browser.get(`${url}/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
  return browser.post(choosing.url, { person });
};

test('from the login page to a session and out again', async () => {
  expect((await session()).status).toBe(401);
  const choosing = await browser.get(`${url}/auth/login?returnTo=/health/live`);
  expect(choosing.text).toContain('Dit is een demonstratie.');
  expect(choosing.text).toContain('value="coach-beijum-1"');
  expect(choosing.headers.get('content-security-policy')).toContain("default-src 'none'");
  const landed = await browser.post(choosing.url, { person: 'coach-beijum-1' });
  expect([landed.url, landed.status]).toEqual([`${url}/health/live`, 200]);
  expect(await session()).toMatchObject({ status: 200, person: { id: 'coach-beijum-1', role: 'neighbourhood-coach' } });

  const out = await browser.postJson(`${url}/auth/logout`, {});
  expect((await session()).status).toBe(401);
  const { continueAt } = JSON.parse(out.text) as { continueAt: string };
  const leaving = await browser.get(continueAt);
  const [, action, xsrf] = /action="([^"]+)".*name="xsrf" value="([^"]+)"/.exec(leaving.text) ?? [];
  const left = await browser.post(action ?? '', { xsrf: xsrf ?? '', logout: 'yes' });
  expect(left.url).toBe(`${url}/`);
});

test('the cookie is for the server alone', async () => {
  await signIn('coach-beijum-1');
  const set = browser.seen.find((cookie) => cookie.startsWith('perspectief='));
  expect(set).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(browser.visited.filter((address) => !address.startsWith(`${url}/oidc/`) && /eyJ/.test(address))).toEqual([]);
});

test('there is somebody of the demo for every role', async () => {
  const people = await platform.directory.all();
  for (const role of roles) {
    const person = people.find((one) => one.role === role)?.id ?? '';
    await signIn(person);
    expect(await session()).toMatchObject({ status: 200, person: { id: person, role } });
  }
});

test('the list narrows by role, area and name, and shows names as text', async () => {
  await platform.directory.put({ id: 'odd-1', municipality: 'groningen', role: 'evaluator', name: '<script>alert(1)</script>' });
  const { url: page, text: whole } = await browser.get(`${url}/auth/login`);
  expect(whole).not.toContain('<script');
  expect(whole).toContain('&lt;script&gt;');
  const { text } = await browser.get(`${page}?role=debt-counsellor&area=haren&search=HAREN`);
  expect([...text.matchAll(/name="person" value="([^"]+)"/g)].map(([, id]) => id)).toEqual(['counsellor-haren-1']);
  expect((await browser.get(`${page}?search=%22%3E%3Cscript%3E`)).text).not.toContain('<script');
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('signing in does not lead to %s', async (returnTo) => {
  expect((await signIn('coach-beijum-1', returnTo)).url).toBe(`${url}/`);
});

test('signing in ends the session that the browser had, and a new one begins', async () => {
  await signIn('coach-beijum-1');
  const before = browser.cookie('perspectief');
  await signIn('coach-beijum-2');
  const stale = new Browser();
  stale.keep([`perspectief=${before ?? ''}`]);
  expect((await stale.get(`${url}/auth/session`)).status).toBe(401);
  expect(await session()).toMatchObject({ person: { id: 'coach-beijum-2' } });
});

test.each([
  ['a code that nobody asked for', '?code=stolen&state=guessed'],
  ['nothing at all', ''],
  ['an error', '?error=access_denied'],
])('%s signs nobody in', async (_, query) => {
  expect((await browser.get(`${url}/auth/callback${query}`)).status).toBe(401);
  await browser.get(`${url}/auth/login`);
  const page = await browser.get(`${url}/auth/callback${query}`, { accept: 'text/html' });
  expect([page.status, page.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
  expect(page.text).toContain('SIGN_IN_FAILED');
  expect(page.text).not.toContain('stolen');
  expect((await session()).status).toBe(401);
});

test('a code works once, and in its own browser alone', async () => {
  const choosing = await browser.get(`${url}/auth/login`);
  await browser.post(choosing.url, { person: 'coach-beijum-1' });
  const used = browser.visited.find((address) => address.includes('/auth/callback')) ?? '';
  expect((await new Browser().get(used)).status).toBe(401);
  expect((await browser.get(used)).status).toBe(401);
});

test('somebody who is not in the directory cannot be chosen, nor can anybody without having begun', async () => {
  const choosing = await browser.get(`${url}/auth/login`);
  expect((await browser.post(choosing.url, { person: 'nobody' })).status).toBe(400);
  expect((await new Browser().post(choosing.url, { person: 'coach-beijum-1' })).status).toBe(400);
});

test('a session outlives the process; what signs and seals is readable by its owner alone', async () => {
  await signIn('coach-beijum-1');
  await service?.close();
  service = await started();
  url = await service.getUrl();
  expect(await session()).toMatchObject({ status: 200, person: { id: 'coach-beijum-1' } });
  expect(statSync(join(dataDir, 'demo-sign-in.json')).mode & 0o777).toBe(0o600);
});

test('the command line gets a token in the same way, and no answer where there is no demonstration', async () => {
  const token = await demoToken(url, 'privacy-officer-1');
  const answer = await fetch(`${url}/auth/session`, { headers: { authorization: `Bearer ${token}` } });
  expect(await answer.json()).toMatchObject({ person: { id: 'privacy-officer-1', role: 'privacy-officer' } });
  await expect(demoToken(url, 'nobody')).rejects.toThrow('Nobody of the demo is called nobody');
  await expect(demoToken('http://127.0.0.1:1', 'coach-beijum-1')).rejects.toThrow('No demonstration sign-in answers');
});

test.each(['http://127.0.0.1:9999/perspectief-token', 'http://127.0.0.1/perspectief-token/', 'http://localhost/perspectief-token'])('no code is sent to %s, which is nearly the address of the command line', async (nearly) => {
  const address = `${url}/oidc/auth?client_id=perspectief-cli&response_type=code&scope=openid&code_challenge=${'x'.repeat(43)}&code_challenge_method=S256&redirect_uri=${encodeURIComponent(nearly)}`;
  const answer = await fetch(address, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
});

test('without the proof of PKCE no code is given', async () => {
  const address = `${url}/oidc/auth?client_id=perspectief-cli&response_type=code&scope=openid&redirect_uri=${encodeURIComponent('http://127.0.0.1/perspectief-token')}`;
  const answer = await fetch(address, { redirect: 'manual' });
  expect(answer.headers.get('location')).toContain('error=invalid_request');
});
