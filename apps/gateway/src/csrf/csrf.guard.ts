import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SignInNeeded } from '../problem/problem-pages.js';
import { Problem } from '../problem/problem.js';
import { isApi } from '../session/is-api.js';
import { Csrf } from './csrf.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that do not come from our own forms, sign-in and forgotten key included (WEB-02).
 * The API is exempt: it reads no cookie, so a browser brings nothing along that a foreign page could use.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(@Inject(Csrf) private readonly csrf: Csrf) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (safe.has(request.method) || isApi(request) || this.csrf.accepts(request)) return true;
    // The token's cookie was among those that were just taken away: the sign-in page again, not a page of its own (WEB-05).
    if (request.cured && request.routeOptions.url === '/connexion') throw new SignInNeeded(false);
    throw new Problem('forged-request');
  }
}
