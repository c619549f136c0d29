import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CALLBACK_PATH, localPath, statusOf, told, type SignInRefusal } from '@perspectief/sign-in';
import { PAGE_POLICY, refusedPage } from './page.js';
import { isForged } from './same-origin.js';
import type { Sockets } from './sockets.js';
import { UNAVAILABLE } from './told.js';
import type { Visitors } from './visitors.js';

type Told = Parameters<typeof refusedPage>[0];

const answer = (request: FastifyRequest, reply: FastifyReply, status: number, refusal: Told): FastifyReply =>
  request.headers.accept?.includes('text/html')
    ? reply.code(status).type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(refusedPage(refusal))
    : reply.code(status).send(refusal);

/** The pages and calls by which a browser signs in and out. The session is a cookie: no token ever reaches the browser's scripts. */
export class SignInRoutes {
  constructor(
    private readonly visitors: Visitors,
    private readonly sockets: Sockets,
  ) {}

  register(server: FastifyInstance): void {
    const at = (path: string, method: 'GET' | 'POST', handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>): void => {
      server.route({
        method,
        url: path,
        handler: async (request, reply) => {
          // Addresses of these pages hold codes: not kept, and not told to the next page.
          reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
          return handler(request, reply).catch(() => answer(request, reply, 503, UNAVAILABLE));
        },
      });
    };
    at('/auth/login', 'GET', (request, reply) => this.login(request, reply));
    at(CALLBACK_PATH, 'GET', (request, reply) => this.callback(request, reply));
    at('/auth/session', 'GET', (request, reply) => this.session(request, reply));
    at('/auth/who', 'GET', (request, reply) => this.who(request, reply));
    at('/auth/logout', 'POST', (request, reply) => this.logout(request, reply));
  }

  private async login(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { signIn, cookies } = this.visitors;
    const returnTo = localPath((request.query as { readonly returnTo?: unknown }).returnTo);
    const { origin, host } = new URL(signIn.options.publicUrl());
    // Cookies belong to one name: signing in begins under the name that it will end under.
    if (request.headers.host !== host) return reply.redirect(`${origin}/auth/login?returnTo=${encodeURIComponent(returnTo)}`, 302);
    const { url, attempt } = await signIn.flow.begin();
    return reply.header('set-cookie', cookies.keepAttempt({ ...attempt, returnTo })).redirect(url.href, 302);
  }

  private async callback(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { signIn, cookies } = this.visitors;
    const attempt = cookies.attempt(request.headers);
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const ended = attempt ? await signIn.complete(query, attempt) : ({ refused: 'SIGN_IN_FAILED' } as const);
    reply.header('set-cookie', cookies.dropAttempt());
    if ('refused' in ended || !attempt) return this.refuse(request, reply, 'refused' in ended ? ended.refused : 'SIGN_IN_FAILED');
    await this.endSession(request);
    return reply.header('set-cookie', cookies.keepSession(ended.sessionId)).redirect(localPath(attempt.returnTo), 303);
  }

  private async session(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const entry = await this.visitors.look(request.headers);
    if ('refused' in entry) return reply.code(statusOf(entry.refused)).send(told(entry.refused));
    const { id, name, role, area = null, team = null } = entry.person;
    return reply.send({ person: { id, name, role, area, team }, expiresAt: new Date(entry.until).toISOString() });
  }

  /** For a page that opens: that nobody is signed in yet is no error there. */
  private async who(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const entry = await this.visitors.look(request.headers);
    return 'refused' in entry && statusOf(entry.refused) === 401 ? reply.send({ person: null }) : this.session(request, reply);
  }

  private async logout(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { signIn, cookies } = this.visitors;
    const publicUrl = signIn.options.publicUrl();
    if (isForged('POST', request.headers, publicUrl)) return this.refuse(request, reply, 'CROSS_SITE_REQUEST');
    const idToken = await this.endSession(request);
    // An issuer that does not answer keeps nobody signed in here.
    const continueAt = idToken === undefined ? undefined : await signIn.flow.endSession(idToken, `${publicUrl}/`).catch(() => undefined);
    return reply.header('set-cookie', cookies.dropSession()).send({ continueAt: continueAt ?? null });
  }

  /** Returns what the issuer wants to see when its own session ends too. */
  private async endSession({ headers }: FastifyRequest): Promise<string | undefined> {
    const id = this.visitors.cookies.session(headers);
    const ended = id === undefined ? undefined : await this.visitors.signIn.sessions.end(id);
    if (ended) this.sockets.endSession(ended.key);
    return ended?.idToken;
  }

  private refuse(request: FastifyRequest, reply: FastifyReply, code: SignInRefusal): FastifyReply {
    return answer(request, reply, statusOf(code), told(code));
  }
}
