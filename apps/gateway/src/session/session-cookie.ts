import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookies of the portal: the session, the visit before it (for CSRF tokens), the device (LOG-07), and remember-me (SES-04). */
export const cookieNames = ['trousseau', 'avant', 'appareil', 'rm'] as const;
export type CookieName = (typeof cookieNames)[number];

const YEAR_S = 365 * 24 * 3600;

/** How long the browser keeps each; without a limit, until it closes. */
const maxAge: Partial<Record<CookieName, number>> = { appareil: YEAR_S };

/** What resumes a session is not even sent with a link from elsewhere (WEB-01). */
const sameSite = (name: string) => (name.endsWith('rm') ? ('strict' as const) : ('lax' as const));

const hosted = (name: CookieName) => `__Host-${name}`;

/**
 * Cookies carry `__Host-` (WEB-01): no subdomain and no plain page can plant one. That prefix demands `Secure`, which
 * Chromium and Firefox grant to http://localhost and others may not. There, and only there, every visit before the
 * sign-in tries both names; if the browser brings back the plain one alone, the plain name is used with it.
 * Behind https a plain name is never written nor read.
 */
export class PortalCookies {
  private readonly https: boolean;

  constructor(publicUrl: string) {
    this.https = new URL(publicUrl).protocol === 'https:';
  }

  read(request: FastifyRequest, name: CookieName): string | undefined {
    return request.cookies[hosted(name)] ?? (this.https ? undefined : request.cookies[name]);
  }

  /** `seconds`: how long the browser keeps it, where that is not the same for all. */
  set(request: FastifyRequest, reply: FastifyReply, name: CookieName, value: string, seconds?: number): void {
    const plainOnly = !this.https && this.bringsPlainOnly(request);
    const lasts = seconds ?? maxAge[name];
    const age = lasts === undefined ? {} : { maxAge: lasts };
    if (!plainOnly) this.write(reply, hosted(name), value, { ...age, secure: true });
    if (plainOnly || (!this.https && name === 'avant'))
      this.write(reply, name, value, { ...age, secure: false });
  }

  /** Expires the cookie under every name it was ever set, whatever the request brought (WEB-05). */
  expire(reply: FastifyReply, name: CookieName): void {
    this.write(reply, hosted(name), '', { secure: true, maxAge: 0 });
    if (!this.https) this.write(reply, name, '', { secure: false, maxAge: 0 });
  }

  private bringsPlainOnly({ cookies }: FastifyRequest): boolean {
    return (
      cookieNames.some((name) => cookies[name] !== undefined) &&
      cookieNames.every((name) => cookies[hosted(name)] === undefined)
    );
  }

  private write(
    reply: FastifyReply,
    name: string,
    value: string,
    options: { secure: boolean; maxAge?: number },
  ): void {
    void reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: sameSite(name), ...options });
  }
}
