import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SECRETS, SETTINGS } from '#platform';
import type { Secrets } from '#secrets';
import type { Settings } from '#settings';
import { PortalCookies } from '../session/session-cookie.js';
import { looksLikeSessionSecret, sessionIdOf } from '../session/session-secret.js';
import { isCsrfToken, makeCsrfToken } from './csrf-token.js';
import { isSameOrigin } from './same-origin.js';

/** Name of the hidden field that every form carries. */
export const CSRF_FIELD = 'jeton';

/** It takes things from this browser and does nothing else. */
const CLEAR_CACHE = '/vider-le-cache';

declare module 'fastify' {
  interface FastifyRequest {
    /** The visit's cookie made while answering this request. */
    newVisit?: string;
  }
}

const ofSession = (secret: string) => `session:${sessionIdOf(secret)}`;
const ofVisit = (visit: string) => `visit:${visit}`;

/** Tokens against forged requests, bound to the session, or before sign-in to a cookie of the visit (WEB-02). */
@Injectable()
export class Csrf {
  constructor(
    @Inject(SECRETS) private readonly secrets: Secrets,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PortalCookies) private readonly cookies: PortalCookies,
  ) {}

  /** The token for the forms of this answer. Somebody not signed in is given the visit's cookie with it. */
  tokenFor(request: FastifyRequest, reply: FastifyReply): string {
    return makeCsrfToken(this.secrets.csrfKey, this.bindingOf(request, reply));
  }

  /** Whether this unsafe request comes from a form of ours in this very browser. */
  accepts(request: FastifyRequest): boolean {
    const said = {
      secFetchSite: request.headers['sec-fetch-site'] as string | undefined,
      origin: request.headers.origin,
    };
    if (!isSameOrigin(said, this.settings.publicUrl)) return false;
    // Whoever's cookies are broken must still be able to clear them: our own page is proof enough for that (WEB-06).
    if (request.routeOptions.url === CLEAR_CACHE) return true;
    const token = (request.body as Record<string, unknown> | null | undefined)?.[CSRF_FIELD];
    return (
      typeof token === 'string' &&
      token.length < 256 &&
      this.bindingsIn(request).some((binding) => isCsrfToken(this.secrets.csrfKey, binding, token))
    );
  }

  private bindingOf(request: FastifyRequest, reply: FastifyReply): string {
    const secret = request.resumed ?? this.cookies.read(request, 'trousseau');
    if (request.signedIn && secret !== undefined) return ofSession(secret);
    const brought = this.cookies.read(request, 'avant');
    if (brought !== undefined && looksLikeSessionSecret(brought)) return ofVisit(brought);
    return ofVisit(request.newVisit ?? this.newVisit(request, reply));
  }

  /** A sign-in page may stand open beside a session that has ended, so both cookies count. */
  private bindingsIn(request: FastifyRequest): string[] {
    const secret = this.cookies.read(request, 'trousseau');
    const visit = this.cookies.read(request, 'avant');
    return [
      ...(secret !== undefined && looksLikeSessionSecret(secret) ? [ofSession(secret)] : []),
      ...(visit !== undefined && looksLikeSessionSecret(visit) ? [ofVisit(visit)] : []),
    ];
  }

  private newVisit(request: FastifyRequest, reply: FastifyReply): string {
    request.newVisit = randomBytes(32).toString('base64url');
    this.cookies.set(request, reply, 'avant', request.newVisit);
    return request.newVisit;
  }
}
