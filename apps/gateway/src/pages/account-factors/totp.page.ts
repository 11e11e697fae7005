import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from '../../problem/problem.js';
import { OpenToEnrolFactor } from '../../session/access.js';
import { NeedsFreshKey } from '../../session/fresh-key.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { FactorsDesk } from '../../sign-in/factors-desk.js';
import { readForm } from '../form/read-form.js';
import { retyped } from '../form/retyped.js';
import { Pages } from '../view/pages.js';
import { confirmTotpForm } from './account-factors.form.js';
import { FactorsPages } from './factors-pages.js';
import { makeTotpSecret } from './totp-secret.js';
import { totpModel, totpView } from './totp.model.js';

/** `/mon-compte/second-facteur/application`: an app that shows codes. */
@Controller('mon-compte/second-facteur/application')
@OpenToEnrolFactor()
@NeedsFreshKey()
export class TotpPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(FactorsPages) private readonly factorsPages: FactorsPages,
    @Inject(FactorsDesk) private readonly desk: FactorsDesk,
  ) {}

  /** Setting up begins with a button: reading a page records nothing. */
  @Get()
  back(@Res() reply: FastifyReply): void {
    this.pages.goTo(reply, '/mon-compte/second-facteur');
  }

  @Post()
  async start(@Person() { session, profile }: SignedIn, @Res() reply: FastifyReply): Promise<void> {
    const secret = makeTotpSecret();
    const started = await this.desk.startTotp(session, secret);
    if (started.outcome === 'refused') {
      if (started.reason === 'secret-not-valid') throw new Problem('unexpected');
      return this.factorsPages.notNow(started.reason, reply);
    }
    const { t } = this.pages.language(reply);
    this.pages.show(reply, totpView, totpModel(t, { secret, identifier: profile.identifier }));
  }

  @Post('confirmer')
  async confirm(
    @Person() person: SignedIn,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { t } = this.pages.language(reply);
    const secret = retyped(body, 'secret');
    const again = (given: Parameters<typeof totpModel>[2], status: number) =>
      this.pages.show(
        reply,
        totpView,
        totpModel(t, { secret, identifier: person.profile.identifier }, given),
        status,
      );
    const read = readForm(confirmTotpForm, body);
    if (!read.ok) {
      if (Object.hasOwn(read.problems, 'secret')) return this.back(reply);
      return again({ slips: read.problems }, 422);
    }
    const confirmed = await this.desk.confirmTotp(person.session, read.values.code);
    if (confirmed.outcome === 'done')
      return this.factorsPages.added(person, confirmed, 'application-ajoutee', reply);
    const { reason, retryAfter } = confirmed;
    if (reason === 'wrong-code') return again({ slips: { code: 'wrongFirstCode' } }, 422);
    if (reason === 'too-many-attempts') return again({ wait: this.pages.waiting(reply, retryAfter) }, 429);
    if (reason === 'busy') throw new Problem('busy', { retryAfter });
    if (reason === 'not-started') return this.back(reply);
    this.factorsPages.notNow(reason, reply);
  }
}
