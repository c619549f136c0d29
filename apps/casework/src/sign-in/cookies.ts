import type { IncomingHttpHeaders } from 'node:http';
import cookies from '@fastify/cookie';
import type { Attempt } from '@perspectief/sign-in';

const { parse, serialize } = cookies.fastifyCookie;

/** Seconds that somebody may take to sign in. */
const LONGEST_ATTEMPT = 600;
const TEXTS = ['state', 'nonce', 'verifier', 'returnTo'] as const;

export interface KeptAttempt extends Attempt {
  readonly returnTo: string;
}

const isKept = (value: unknown): value is KeptAttempt =>
  typeof value === 'object' && value !== null && TEXTS.every((name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'string');

/**
 * The two cookies of signing in. Over https their names begin with `__Host-`: browsers then take them from this very host
 * alone, and send them over https alone. Page scripts never see them (HttpOnly), other sites' forms do not carry them (Lax).
 */
export class SignInCookies {
  constructor(private readonly publicUrl: () => string) {}

  session(headers: IncomingHttpHeaders | Readonly<Record<string, unknown>>): string | undefined {
    return this.read(headers, 'perspectief');
  }

  attempt(headers: IncomingHttpHeaders): KeptAttempt | undefined {
    try {
      const kept: unknown = JSON.parse(Buffer.from(this.read(headers, 'perspectief-sign-in') ?? '', 'base64url').toString());
      return isKept(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  keepSession(id: string): string {
    return this.write('perspectief', id);
  }

  keepAttempt(attempt: KeptAttempt): string {
    return this.write('perspectief-sign-in', Buffer.from(JSON.stringify(attempt)).toString('base64url'), LONGEST_ATTEMPT);
  }

  dropSession(): string {
    return this.write('perspectief', '', 0);
  }

  dropAttempt(): string {
    return this.write('perspectief-sign-in', '', 0);
  }

  private get secure(): boolean {
    return this.publicUrl().startsWith('https:');
  }

  private nameOf(name: string): string {
    return this.secure ? `__Host-${name}` : name;
  }

  private read({ cookie }: { readonly cookie?: unknown }, name: string): string | undefined {
    return typeof cookie === 'string' ? parse(cookie)[this.nameOf(name)] || undefined : undefined;
  }

  private write(name: string, value: string, maxAge?: number): string {
    return serialize(this.nameOf(name), value, { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/', ...(maxAge !== undefined && { maxAge }) });
  }
}
