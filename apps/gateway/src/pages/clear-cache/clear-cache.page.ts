import { Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '#platform';
import { networkPrefix } from '../../network/network-prefix.js';
import { Problem } from '../../problem/problem.js';
import { OpenToAll } from '../../session/access.js';
import { cookieNames, PortalCookies } from '../../session/session-cookie.js';
import { LANGUAGE_COOKIE, Pages } from '../view/pages.js';
import { clearCacheView } from './clear-cache.model.js';
import { Turnstile } from './turnstile.js';

/**
 * `/vider-le-cache`: the way out for a browser that holds on to something old. Answers 200 and sends nobody anywhere
 * (WEB-06). `"cookies"` in Clear-Site-Data empties the whole registrable domain, so the page warns first (WEB-07).
 */
@Controller('vider-le-cache')
@OpenToAll()
export class ClearCachePage {
  private readonly turnstile = new Turnstile({ most: 20, everyMs: 10 * 60_000 });

  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PortalCookies) private readonly cookies: PortalCookies,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Res() reply: FastifyReply): void {
    this.pages.show(reply, clearCacheView, { done: false, stuck: false, foot: true });
  }

  @Post()
  @HttpCode(200)
  clear(@Res() reply: FastifyReply): void {
    const retryAfter = this.turnstile.pass(networkPrefix(reply.request.ip), Date.parse(this.clock.now()));
    if (retryAfter > 0) throw new Problem('too-many-attempts', { retryAfter });
    void reply.header('clear-site-data', '"cache", "cookies", "storage"');
    const html = this.pages.render(reply, clearCacheView, { done: true, stuck: false, foot: false }, 200);
    // For browsers that do not know the header; and the page itself must not leave a new cookie (WEB-07).
    for (const name of cookieNames) this.cookies.expire(reply, name);
    void reply.clearCookie(LANGUAGE_COOKIE, { path: '/' });
    this.pages.send(reply, html, 200);
  }
}
