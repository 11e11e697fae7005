import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { networkPrefix } from '../../network/network-prefix.js';
import { SignInNeeded } from '../../problem/problem-pages.js';
import { Problem } from '../../problem/problem.js';
import { OpenToEnrolFactor } from '../../session/access.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { KeyDesk } from '../../sign-in/key-desk.js';
import { readForm } from '../form/read-form.js';
import { Pages } from '../view/pages.js';
import { returnPath } from '../view/return-path.js';
import { confirmKeyForm } from './confirm-key.form.js';
import { confirmKeyModel, confirmKeyView } from './confirm-key.model.js';

/** `/confirmer-ma-cle`: the key once more, before something sensitive (SES-08). */
@Controller('confirmer-ma-cle')
@OpenToEnrolFactor()
export class ConfirmKeyPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(KeyDesk) private readonly desk: KeyDesk,
  ) {}

  @Get()
  show(@Person() { profile }: SignedIn, @Query('suite') suite: unknown, @Res() reply: FastifyReply): void {
    const { t } = this.pages.language(reply);
    this.pages.show(
      reply,
      confirmKeyView,
      confirmKeyModel(t, { suite: returnPath(suite), identifier: profile.identifier }),
    );
  }

  @Post()
  async confirm(
    @Person() { session, profile }: SignedIn,
    @Body() body: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { t } = this.pages.language(reply);
    const suite = returnPath(body['suite']);
    const again = (given: Parameters<typeof confirmKeyModel>[2], status: number) =>
      this.pages.show(
        reply,
        confirmKeyView,
        confirmKeyModel(t, { suite, identifier: profile.identifier }, given),
        status,
      );
    const read = readForm(confirmKeyForm, body);
    if (!read.ok) return again({ slips: read.problems }, 422);
    const answer = await this.desk.confirm(session, read.values.cle, networkPrefix(reply.request.ip));
    if (answer.outcome === 'done') return this.pages.goTo(reply, suite);
    if (answer.reason === 'no-session') throw new SignInNeeded(true);
    if (answer.reason === 'busy') throw new Problem('busy', { retryAfter: answer.retryAfter });
    if (answer.reason === 'wrong-key') return again({ slips: { cle: 'wrongKey' } }, 422);
    again({ wait: this.pages.waiting(reply, answer.retryAfter) }, 429);
  }
}
