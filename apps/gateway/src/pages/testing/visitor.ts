import type { Answer, RunningGateway } from '../../testing/index.js';

const unescaped = (text: string) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** A person at a browser without JavaScript: keeps cookies, sends back the token of the page they look at. */
export class Visitor {
  private readonly jar = new Map<string, string>();
  private token = '';

  constructor(
    private readonly gateway: Pick<RunningGateway, 'ask' | 'standIn'>,
    private readonly language = 'fr-FR,fr;q=0.9',
    private readonly userAgent?: string,
  ) {}

  /** Opens a page; redirects are not followed. */
  async open(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.keep(await this.gateway.ask({ url, headers: { ...this.headers(), ...headers } }));
  }

  /** Presses the button of a form on the page that is open. */
  async submit(url: string, form: Record<string, string> = {}): Promise<Answer> {
    const fields = { jeton: this.token, ...form };
    return this.keep(await this.gateway.ask({ method: 'POST', url, form: fields, headers: this.headers() }));
  }

  /** The same with a body written by hand; `jeton` is put before it. */
  async submitRaw(url: string, body: string): Promise<Answer> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const whole = `jeton=${encodeURIComponent(this.token)}&${body}`;
    const headers = { ...this.headers(), ...type };
    return this.keep(await this.gateway.ask({ method: 'POST', url, body: whole, headers }));
  }

  /** Signs in somebody the stand-in knows and opens their first page. */
  async signIn(userId: string): Promise<this> {
    await this.open('/connexion');
    const { key } = this.gateway.standIn.people.get(userId)!;
    const answer = await this.submit('/connexion', { identifiant: userId, cle: key });
    const first = await this.open(String(answer.headers['location']));
    // Whoever works for support is sent on from the home page.
    if (first.status === 303) await this.open(String(first.headers['location']));
    return this;
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }

  holds(cookie: string): boolean {
    return this.jar.has(cookie);
  }

  /** Forgets a cookie's value but keeps the cookie, as a browser does with a session that ended elsewhere. */
  spoil(cookie: string): void {
    this.jar.set(cookie, 'A'.repeat(43));
  }

  private headers(): Record<string, string> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      'accept-language': this.language,
      'sec-fetch-site': 'same-origin',
      ...(this.userAgent === undefined ? {} : { 'user-agent': this.userAgent }),
      ...(cookie === '' ? {} : { cookie }),
    };
  }

  private keep(answer: Answer): Answer {
    for (const line of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    this.token = /name="jeton" value="([^"]+)"/.exec(answer.text)?.[1] ?? this.token;
    return { ...answer, text: unescaped(answer.text) };
  }
}
