import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInNeeded } from '../problem/problem-pages.js';
import { Problem } from '../problem/problem.js';
import { ACCESS, type Access, opensTo } from './access.js';
import { bearerToken } from './bearer-token.js';
import { isApi } from './is-api.js';
import { PortalCookies } from './session-cookie.js';
import { SessionGate } from './session-gate.js';
import type { SignedIn } from './signed-in.js';
import { StepFirst, stepProblem } from './step-first.js';
import { Visitors } from './visitors.js';

/** Stands before every handler of the gateway. A handler without a mark opens to full sessions only (see `Access`). */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SessionGate) private readonly gate: SessionGate,
    @Inject(Visitors) private readonly visitors: Visitors,
    @Inject(PortalCookies) private readonly cookies: PortalCookies,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const access = this.accessTo(context);
    if (access === 'everyone') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return isApi(request)
      ? this.letIntoApi(request, access)
      : this.letIntoPage(request, context.switchToHttp().getResponse<FastifyReply>(), access);
  }

  /** A session that is remembered costs no promise: this is the busiest path of all. */
  private letIntoApi(request: FastifyRequest, access: Access): boolean | Promise<boolean> {
    const token = bearerToken(request.headers.authorization);
    const known = token === undefined ? null : this.gate.known(token);
    if (known !== undefined) return this.letIn(request, known, access);
    return this.gate.verify(token).then((signedIn) => this.letIn(request, signedIn, access));
  }

  private letIn(request: FastifyRequest, signedIn: SignedIn | null, access: Access): boolean {
    if (!signedIn) throw new Problem('no-session');
    const { level } = signedIn.session;
    if (level !== 'full' && !opensTo(access, level)) throw new Problem(stepProblem[level]);
    request.signedIn = signedIn;
    return true;
  }

  private async letIntoPage(request: FastifyRequest, reply: FastifyReply, access: Access): Promise<boolean> {
    const sessionEnded = this.cookies.read(request, 'trousseau') !== undefined;
    const signedIn = await this.visitors.of(request, reply);
    if (!signedIn) throw new SignInNeeded(sessionEnded);
    const { level } = signedIn.session;
    if (level === 'full' || opensTo(access, level)) return true;
    throw new StepFirst(level);
  }

  private accessTo(context: ExecutionContext): Access {
    return (
      this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
        context.getHandler(),
        context.getClass(),
      ]) ?? 'full'
    );
  }
}
