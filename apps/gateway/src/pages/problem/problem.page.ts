import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemPages, type SignInNeeded } from '../../problem/problem-pages.js';
import type { Problem } from '../../problem/problem.js';
import { waitingTime } from '../language/moments.js';
import { clearCacheView } from '../clear-cache/clear-cache.model.js';
import { confirmKeyModel, confirmKeyView } from '../confirm-key/confirm-key.model.js';
import { signInModel, signInView } from '../sign-in/sign-in.model.js';
import { Pages } from '../view/pages.js';
import { MOST_TURNS, turnsIn } from '../view/turns.js';
import { pageAbove, returnPath } from '../view/return-path.js';
import { view } from '../view/views.js';
import { kindOf } from './problem-kind.js';

type ProblemModel = Readonly<{
  code: string;
  heading: string;
  text: string;
  wait: string | null;
  reference: string | null;
  retry: string | null;
  narrow: boolean;
}>;

const problemView = view<ProblemModel>('problem/problem');

/** The pages that say what is not possible: in plain words, with a way on, and nothing about our insides (AUD-05). */
@Injectable()
export class PortalProblemPages extends ProblemPages {
  constructor(@Inject(Pages) private readonly pages: Pages) {
    super();
  }

  /** The sign-in page at the very address that was asked for; afterwards one goes on to it (WEB-05). */
  override signInNeeded(request: FastifyRequest, reply: FastifyReply, { sessionEnded }: SignInNeeded): void {
    const { t } = this.pages.language(reply);
    const tour = turnsIn((request.query as Record<string, unknown> | undefined)?.['tour']) + 1;
    if (tour > MOST_TURNS)
      return this.pages.show(reply, clearCacheView, { done: false, stuck: true, foot: true });
    const path = request.url.split('?', 1)[0];
    const note = sessionEnded ? t.signIn.ended : path === '/' ? null : t.signIn.needed;
    const suite = returnPath(request.method === 'GET' ? path : undefined);
    this.pages.show(reply, signInView, signInModel(t, { suite, note, tour }));
  }

  /** In place for a page; what a form sent is not kept, so its answer says 403 and one begins again from the page. */
  override keyNeeded(request: FastifyRequest, reply: FastifyReply): void {
    const { t } = this.pages.language(reply);
    const reading = request.method === 'GET';
    const identifier = request.signedIn?.profile.identifier ?? '';
    const suite = pageAbove(request.url.split('?', 1)[0] ?? '');
    this.pages.show(reply, confirmKeyView, confirmKeyModel(t, { suite, identifier }), reading ? 200 : 403);
  }

  override problem(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
    const { t, lang } = this.pages.language(reply);
    const words = t.trouble.kinds[kindOf(problem.status)];
    const model: ProblemModel = {
      code: t.trouble.code(problem.status),
      heading: words.title,
      text: words.text,
      wait: problem.retryAfter === undefined ? null : t.waiting.text(waitingTime(problem.retryAfter, lang)),
      reference: problem.requestId === undefined ? null : t.trouble.reference(problem.requestId),
      retry: problem.status >= 500 && request.method === 'GET' ? request.url : null,
      narrow: true,
    };
    this.pages.show(reply, problemView, model, problem.status);
  }
}
