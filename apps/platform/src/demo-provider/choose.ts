import type { IncomingMessage } from 'node:http';
import type { Directory, Person } from '@perspectief/directory';
import type { default as Provider } from 'oidc-provider';
import { choosePage, narrowingIn } from './choose-page.js';
import { failedPage } from './other-pages.js';
import { PAGE_POLICY } from './page.js';

export const CHOOSE_PATH = '/choose/';

type Middleware = Parameters<Provider['use']>[0];
type Context = Parameters<Middleware>[0];

const LONGEST_FORM = 4_096;

const formIn = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM) return new URLSearchParams();
  }
  return new URLSearchParams(text);
};

export const showPage = (ctx: Pick<Context, 'set' | 'status' | 'type' | 'body'>, status: number, html: string): void => {
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  // Not `no-referrer`: with that, browsers send forms from nowhere (`Origin: null`), and those are refused.
  ctx.set({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-store', 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff' });
  ctx.body = html;
};

const mayBeChosen = ({ active }: Person): boolean => active !== false;

/** What was begun in this browser, if it still runs. */
const begun = async (provider: Provider, { req, res }: Context) => provider.interactionDetails(req, res).catch(() => undefined);

/** Whoever was chosen before leaves silently; the provider would ask about it in a page between. */
const forget = async (provider: Provider, session: { readonly uid: string } | undefined): Promise<void> => {
  const former = session && (await provider.Session.findByUid(session.uid));
  if (!former) return;
  former.accountId = undefined;
  former.authorizations = undefined;
  await former.persist();
};

/** The page on which the demonstration asks who you are, in place of a password. */
export const chooser =
  (provider: Provider, directory: Directory): Middleware =>
  async (ctx, next) => {
    if (!ctx.path.startsWith(CHOOSE_PATH)) return next();
    // Somebody who did not begin here, or long ago, chooses nobody.
    const interaction = await begun(provider, ctx);
    if (!interaction) return showPage(ctx, 400, failedPage());
    const people = (await directory.all()).filter(mayBeChosen);
    if (ctx.method !== 'POST') return showPage(ctx, 200, choosePage(people, await directory.areas(), narrowingIn(ctx.query)));
    const chosen = (await formIn(ctx.req)).get('person');
    if (!people.some(({ id }) => id === chosen) || chosen === null) return showPage(ctx, 400, failedPage());
    const onwards = await provider.interactionResult(ctx.req, ctx.res, { login: { accountId: chosen, remember: false } });
    await forget(provider, interaction.session);
    ctx.redirect(onwards);
    ctx.status = 303;
  };
