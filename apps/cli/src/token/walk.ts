/** What a browser does between asking to sign in and coming back: follows, and keeps cookies. */
export class Walk {
  private readonly cookies = new Map<string, string>();

  /** The callback's address is nobody's: there the walk ends. */
  constructor(private readonly callback: string) {}

  /** Where it ends: at the callback, or on a page. */
  async go(from: string, form?: Readonly<Record<string, string>>): Promise<{ readonly url: URL; readonly status: number }> {
    let url = new URL(from);
    let body = form && new URLSearchParams(form);
    for (let step = 0; step < 10; step += 1) {
      const answer = await fetch(url, { redirect: 'manual', headers: this.headers(), ...(body && { method: 'POST', body }) });
      await answer.arrayBuffer();
      this.keep(answer.headers.getSetCookie());
      const next = answer.headers.get('location');
      if (next === null) return { url, status: answer.status };
      url = new URL(next, url);
      if (url.href.startsWith(this.callback)) return { url, status: answer.status };
      body = undefined;
    }
    return { url, status: 508 };
  }

  private headers(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  private keep(set: readonly string[]): void {
    for (const cookie of set) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name === undefined) continue;
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
  }
}
