import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { VerifySession } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { Problem } from '../problem/problem.js';
import { FRESH_KEY, isFresh } from './fresh-key.js';
import { isApi } from './is-api.js';
import { KeyNeeded } from './key-needed.js';

/** Stands after the session guard: lets sensitive requests through only with a key typed lately (SES-08). */
@Injectable()
export class FreshnessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const where = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(FRESH_KEY, where) !== true) return true;
    return this.letThrough(context.switchToHttp().getRequest<FastifyRequest>());
  }

  /** What the gateway remembers may be older than the key that was just typed, perhaps at another replica: then auth is asked. */
  private async letThrough(request: FastifyRequest): Promise<boolean> {
    const { signedIn } = request;
    if (!signedIn) throw new Problem('no-session');
    const now = this.clock.now();
    if (isFresh(signedIn.session, now)) return true;
    const { sessionId } = signedIn.session;
    const asked = await this.bus.ask(VerifySession, { sessionId });
    if (asked.outcome === 'done' && isFresh(asked.session, now)) return true;
    throw isApi(request) ? new Problem('key-needed') : new KeyNeeded();
  }
}
