import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { GetFactors } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { Problem } from '../../problem/problem.js';
import { OpenToEnrolFactor } from '../../session/access.js';
import { isFresh, NeedsFreshKey } from '../../session/fresh-key.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { Visitors } from '../../session/visitors.js';
import { FactorsDesk } from '../../sign-in/factors-desk.js';
import { readForm } from '../form/read-form.js';
import { Pages } from '../view/pages.js';
import { removeFactorForm } from './account-factors.form.js';
import { accountFactorsModel, accountFactorsView } from './account-factors.model.js';
import { FactorsPages } from './factors-pages.js';

/** `/mon-compte/second-facteur`: my second factors, with the key and the factor given lately (MFA-06). */
@Controller('mon-compte/second-facteur')
@OpenToEnrolFactor()
@NeedsFreshKey()
export class AccountFactorsPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(FactorsPages) private readonly factorsPages: FactorsPages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(FactorsDesk) private readonly desk: FactorsDesk,
    @Inject(Visitors) private readonly visitors: Visitors,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Person() { session, profile }: SignedIn, @Res() reply: FastifyReply): Promise<void> {
    const factors = await this.bus.ask(GetFactors, { userId: profile.userId });
    if (factors.outcome === 'refused') throw new Problem('unavailable');
    const has = factors.totp !== null || factors.passkeys.length > 0;
    const given = session.factorAt;
    const fresh = given !== undefined && isFresh({ authenticatedAt: given }, this.clock.now());
    if (has && !fresh) return this.factorsPages.askFactor(reply);
    const around = { ...this.pages.language(reply), late: session.level === 'enrol-factor' };
    this.pages.show(reply, accountFactorsView, accountFactorsModel(factors, around));
  }

  @Post('retirer')
  async remove(@Person() person: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const read = readForm(removeFactorForm, body);
    if (!read.ok) throw new Problem('request-not-valid');
    const { genre, facteur } = read.values;
    const removed = await this.desk.remove(person.session, genre, facteur);
    if (removed.outcome === 'done') {
      const signedIn = { ...person, session: removed.session };
      this.visitors.goOn(reply.request, reply, { secret: removed.secret, signedIn });
      return this.pages.goTo(reply, '/mon-compte', { say: 'facteur-retire' });
    }
    // Removed already is what was wanted; the page shows it.
    if (removed.reason === 'no-factor') return this.pages.goTo(reply, '/mon-compte/second-facteur');
    if (removed.reason === 'factor-compulsory')
      return this.pages.goTo(reply, '/mon-compte/second-facteur', { say: 'facteur-obligatoire' });
    this.factorsPages.notNow(removed.reason, reply);
  }

  @Get('codes')
  codes(@Res() reply: FastifyReply): void {
    this.pages.goTo(reply, '/mon-compte/second-facteur');
  }

  @Post('codes')
  async issueCodes(@Person() { session }: SignedIn, @Res() reply: FastifyReply): Promise<void> {
    const issued = await this.desk.issueCodes(session);
    if (issued.outcome === 'done') {
      const { t } = this.pages.language(reply);
      return this.factorsPages.showCodes(reply, issued.codes, {
        done: t.factors.codesIssued,
        go: '/mon-compte',
      });
    }
    if (issued.reason === 'busy') throw new Problem('busy', { retryAfter: issued.retryAfter });
    if (issued.reason === 'no-factor') return this.pages.goTo(reply, '/mon-compte/second-facteur');
    this.factorsPages.notNow(issued.reason, reply);
  }
}
