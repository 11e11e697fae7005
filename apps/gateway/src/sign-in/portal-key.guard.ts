import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PortalCookies } from '../session/session-cookie.js';
import { isTicked } from './is-ticked.js';
import { PortalKeyStrategy } from './key.strategies.js';
import { signInWith } from './sign-in-with.js';

/** Runs a sign-in from the form of the page; the handler reads what came of it with `@SignInResult()`. */
@Injectable()
export class PortalKeyGuard implements CanActivate {
  constructor(
    @Inject(PortalKeyStrategy) private readonly strategy: PortalKeyStrategy,
    @Inject(PortalCookies) private readonly cookies: PortalCookies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.signInOutcome = await signInWith(this.strategy, {
      body: request.body,
      from: request,
      device: this.cookies.read(request, 'appareil'),
      remember: isTicked((request.body as Record<string, unknown> | null)?.['rester']),
    });
    return true;
  }
}
