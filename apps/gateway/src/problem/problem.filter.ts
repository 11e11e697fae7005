import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG, type Logger } from '#platform';
import { preferredLocale } from '../language/preferred-locale.js';
import { isApi } from '../session/is-api.js';
import { KeyNeeded } from '../session/key-needed.js';
import { StepFirst, stepPage } from '../session/step-first.js';
import { problemBody } from './problem-body.js';
import { problemOf } from './problem-of.js';
import { ProblemPages, SignInNeeded } from './problem-pages.js';
import type { Problem } from './problem.js';
import { problems } from './problems.js';

/** The last resort (AUD-05): whatever is thrown becomes problem+json under /api and a page elsewhere; details stay in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(ProblemPages) private readonly pages: ProblemPages,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): Promise<void> {
    return this.answer(error, host.switchToHttp().getRequest(), host.switchToHttp().getResponse());
  }

  /** Never rejects: there is nobody behind the last resort. */
  async answer(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (reply.sent) return;
    // Set for the answer that was to be; what is refused made nothing that has an address.
    void reply.removeHeader('location');
    if (error instanceof SignInNeeded) return this.sendSignIn(request, reply, error);
    if (error instanceof StepFirst) return void reply.redirect(stepPage[error.level], 303);
    if (error instanceof KeyNeeded) return this.sendKeyNeeded(request, reply);
    const problem = problemOf(error, request.id);
    if (problem.status === 500) this.log.error({ requestId: request.id, err: error }, 'unexpected');
    if (problem.retryAfter !== undefined) void reply.header('retry-after', problem.retryAfter);
    if (problem.allow !== undefined) void reply.header('allow', problem.allow);
    void reply.status(problem.status);
    if (isApi(request)) this.sendJson(request, reply, problem);
    else await this.sendPage(request, reply, problem);
  }

  private sendJson(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
    const locale = preferredLocale(request.headers['accept-language']);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer realm="trousseau"');
    void reply
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', locale)
      .header('vary', 'accept-language')
      .send(JSON.stringify(problemBody(problem, locale)));
  }

  private async sendKeyNeeded(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      await this.pages.keyNeeded(request, reply);
    } catch (error) {
      await this.answer(error, request, reply);
    }
  }

  private async sendSignIn(
    request: FastifyRequest,
    reply: FastifyReply,
    needed: SignInNeeded,
  ): Promise<void> {
    try {
      await this.pages.signInNeeded(request, reply.status(200), needed);
    } catch (error) {
      await this.answer(error, request, reply);
    }
  }

  /** A page that cannot even say what is wrong must not leave the visitor without an answer. */
  private async sendPage(request: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<void> {
    try {
      await this.pages.problem(request, reply, problem);
    } catch (error) {
      this.log.error({ requestId: request.id, err: error }, 'the page about a problem failed');
      const text = problems[problem.code][preferredLocale(request.headers['accept-language'])];
      if (!reply.sent) void reply.type('text/plain; charset=utf-8').send(text);
    }
  }
}
