import { SignInCookies } from './cookies.js';

const https = new SignInCookies(() => 'https://perspectief.example.nl');
const http = new SignInCookies(() => 'http://127.0.0.1:3000');
const sent = (set: string): { cookie: string } => ({ cookie: `other=1; ${set.split(';')[0] ?? ''}` });

test('over https the cookie belongs to this host alone and travels encrypted', () => {
  expect(https.keepSession('id')).toBe('__Host-perspectief=id; Path=/; HttpOnly; Secure; SameSite=Lax');
  expect(http.keepSession('id')).toBe('perspectief=id; Path=/; HttpOnly; SameSite=Lax');
});

test('over https a cookie that another host could have set is not taken', () => {
  expect(https.session(sent(https.keepSession('id')))).toBe('id');
  expect(https.session(sent(http.keepSession('id')))).toBeUndefined();
});

test('an attempt comes back as it was kept; anything else is none', () => {
  const attempt = { state: 's', nonce: 'n', verifier: 'v', returnTo: '/plan' };
  expect(https.attempt(sent(https.keepAttempt(attempt)))).toEqual(attempt);
  for (const text of ['', 'x', btoa('null'), btoa('{"state":1}')]) expect(https.attempt({ cookie: `__Host-perspectief-sign-in=${text}` })).toBeUndefined();
});

test('without cookies there is nothing', () => {
  expect(http.session({})).toBeUndefined();
  expect(http.attempt({ cookie: 'perspectief=' })).toBeUndefined();
});
