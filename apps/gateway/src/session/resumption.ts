import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ResumeSession } from '#contracts';
import { Clock, SECRETS } from '#platform';
import type { Secrets } from '#secrets';
import { ServiceBus } from '#service-bus';
import { browserInWords } from '../sign-in/browser-in-words.js';
import {
  readRememberedBrowser,
  rememberCookie,
  type RememberedBrowser,
  resumptionOf,
  validatorHashOf,
} from './remembered-browser.js';
import { PortalCookies } from './session-cookie.js';

/** « Je reste connecté(e) »: gives a remembered browser its next session (SES-05). */
@Injectable()
export class Resumptions {
  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(PortalCookies) private readonly cookies: PortalCookies,
    @Inject(SECRETS) private readonly secrets: Secrets,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * The secret of the resumed session, its cookie and the successor's already on the answer; undefined when this browser is not
   * remembered (any more), its cookie then expired. Rejects with ServiceUnavailable: the cookie stays for a better moment.
   */
  async resume(request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const cookie = this.cookies.read(request, 'rm');
    if (cookie === undefined) return undefined;
    const browser = readRememberedBrowser(cookie);
    if (browser === null) return this.forget(reply);
    const { successor, session } = resumptionOf(this.secrets.rememberKey, browser);
    const answer = await this.bus.ask(ResumeSession, {
      commandId: randomUUID(),
      selector: browser.selector,
      validatorHash: validatorHashOf(browser.validator),
      successorHash: validatorHashOf(successor.validator),
      sessionId: session.sessionId,
      userAgent: browserInWords(request.headers['user-agent']),
    });
    if (answer.outcome === 'refused') return this.forget(reply);
    this.cookies.set(request, reply, 'trousseau', session.secret);
    this.remember(request, reply, successor, answer.expiresAt);
    return session.secret;
  }

  /** Gives the browser its cookie until `expiresAt` (ISO 8601): thirty days from the sign-in, not from today (SES-07). */
  remember(
    request: FastifyRequest,
    reply: FastifyReply,
    browser: RememberedBrowser,
    expiresAt: string,
  ): void {
    const seconds = Math.floor((Date.parse(expiresAt) - Date.parse(this.clock.now())) / 1000);
    this.cookies.set(request, reply, 'rm', rememberCookie(browser), seconds);
  }

  private forget(reply: FastifyReply): undefined {
    this.cookies.expire(reply, 'rm');
    return undefined;
  }
}
