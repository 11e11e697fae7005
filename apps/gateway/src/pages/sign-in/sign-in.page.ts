import { Body, Controller, Get, Inject, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from '../../problem/problem.js';
import { OpenToAll } from '../../session/access.js';
import { stepPage } from '../../session/step-first.js';
import { Visitors } from '../../session/visitors.js';
import { isTicked } from '../../sign-in/is-ticked.js';
import { PortalKeyGuard } from '../../sign-in/portal-key.guard.js';
import type { SignInOutcome, SignInRefused } from '../../sign-in/sign-in-outcome.js';
import { SignInResult } from '../../sign-in/sign-in-result.decorator.js';
import { readForm } from '../form/read-form.js';
import { retyped } from '../form/retyped.js';
import { Pages } from '../view/pages.js';
import { turnsIn } from '../view/turns.js';
import { returnPath } from '../view/return-path.js';
import { signInForm } from './sign-in.form.js';
import { alreadySignedIn, signInModel, signInView } from './sign-in.model.js';

/** `/connexion`: identifiant and clé, « Entrer ». */
@Controller('connexion')
@OpenToAll()
export class SignInPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Visitors) private readonly visitors: Visitors,
  ) {}

  /** Somebody who is signed in already is told so, not sent away: a redirect here is half of every redirect loop (WEB-05). */
  @Get()
  async show(@Query('suite') suite: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { t } = this.pages.language(reply);
    const already = alreadySignedIn(t, await this.visitors.of(reply.request, reply));
    this.pages.show(reply, signInView, signInModel(t, { already, suite: returnPath(suite) }));
  }

  @Post()
  @UseGuards(PortalKeyGuard)
  enter(
    @SignInResult() outcome: SignInOutcome,
    @Body() body: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): void {
    if (outcome.outcome === 'refused') return this.refuse(outcome, body, reply);
    this.visitors.signIn(reply.request, reply, outcome);
    const { level } = outcome.session;
    const suite = returnPath(body['suite']);
    if (level === 'second-factor')
      return this.pages.goTo(reply, stepPage[level], { suite, stay: outcome.notRemembered });
    if (level !== 'full') return this.pages.goTo(reply, stepPage[level]);
    this.pages.goTo(reply, suite, {
      ...(outcome.notRemembered ? { say: 'rester-non-offert' as const } : {}),
      turn: turnsIn(body['tour']),
    });
  }

  /** The identifiant comes back as typed; the key never does. Unknown, wrong and disabled look the same (LOG-01). */
  private refuse(refused: SignInRefused, body: Record<string, unknown>, reply: FastifyReply): void {
    const { t } = this.pages.language(reply);
    const again = {
      typed: retyped(body, 'identifiant'),
      suite: returnPath(body['suite']),
      rester: isTicked(body['rester']),
      tour: turnsIn(body['tour']),
    };
    if (refused.reason === 'busy') throw new Problem('busy', { retryAfter: refused.retryAfter });
    if (refused.reason === 'wrong-pair') {
      return this.pages.show(reply, signInView, signInModel(t, { ...again, wrongPair: true }), 401);
    }
    if (refused.reason === 'too-many-attempts') {
      const wait = this.pages.waiting(reply, refused.retryAfter);
      return this.pages.show(reply, signInView, signInModel(t, { ...again, wait }), 429);
    }
    const read = readForm(signInForm, body);
    const slips = read.ok ? { identifiant: 'notValid', cle: 'notValid' } : read.problems;
    this.pages.show(reply, signInView, signInModel(t, { ...again, slips }), 422);
  }
}
