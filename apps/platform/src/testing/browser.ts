export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** As much of a browser as signing in needs: follows, keeps cookies, and says which page a call came from. */
export class Browser {
  /** Every cookie as it was set. */
  readonly seen: string[] = [];
  readonly visited: string[] = [];
  private readonly cookies = new Map<string, string>();
  private referrerPolicy: string | null = null;

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    return this.go(url, { headers });
  }

  post(url: string, form: Readonly<Record<string, string>>): Promise<Page> {
    // A page that tells nobody its address sends its forms from nowhere.
    const origin = this.referrerPolicy === 'no-referrer' ? 'null' : new URL(url).origin;
    return this.go(url, { method: 'POST', body: new URLSearchParams(form), headers: { origin } });
  }

  /** As a script of our own page does. */
  postJson(url: string, body: object): Promise<Page> {
    const headers = { 'content-type': 'application/json', origin: new URL(url).origin };
    return this.go(url, { method: 'POST', body: JSON.stringify(body), headers });
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  keep(set: readonly string[]): void {
    for (const cookie of set) {
      this.seen.push(cookie);
      const [, name = '', value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
  }

  private async go(url: string, asked: RequestInit): Promise<Page> {
    this.visited.push(url);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...asked, redirect: 'manual', headers: { ...(asked.headers as Record<string, string>), cookie } });
    this.keep(answer.headers.getSetCookie());
    const next = answer.headers.get('location');
    if (next !== null) return this.go(new URL(next, url).href, {});
    this.referrerPolicy = answer.headers.get('referrer-policy');
    return { url, status: answer.status, headers: answer.headers, text: await answer.text() };
  }
}
