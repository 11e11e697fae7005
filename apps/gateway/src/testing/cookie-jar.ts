import type { Answer } from './ask.js';

/** Keeps cookies as a browser does that grants `__Host-` names to localhost; `plainOnly` is one that does not. */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly options: Readonly<{ plainOnly?: boolean }> = {}) {}

  /** Takes in what an answer sets and expires, and gives the answer back. */
  take(answer: Answer): Answer {
    for (const line of answer.cookies) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (this.options.plainOnly && name.startsWith('__Host-')) continue;
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  set(name: string, value: string): this {
    this.cookies.set(name, value);
    return this;
  }

  get names(): string[] {
    return [...this.cookies.keys()];
  }

  /** The headers a browser sends with a request from one of our pages. */
  headers(more: Record<string, string> = {}): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { 'sec-fetch-site': 'same-origin', ...(cookie === '' ? {} : { cookie }), ...more };
  }
}
