import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { GetFactors } from '#contracts';
import { SETTINGS } from '#platform';
import { ServiceBus } from '#service-bus';
import type { Settings } from '#settings';
import { SignInNeeded } from '../../problem/problem-pages.js';
import { Problem } from '../../problem/problem.js';
import { OpenToSecondFactor } from '../../session/access.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { stepPage } from '../../session/step-first.js';
import { Visitors } from '../../session/visitors.js';
import { FactorsDesk } from '../../sign-in/factors-desk.js';
import { isTicked } from '../../sign-in/is-ticked.js';
import { type FactorOutcome, SecondFactorDesk } from '../../sign-in/second-factor-desk.js';
import type { Problems } from '../form/read-form.js';
import { Pages } from '../view/pages.js';
import { returnPath } from '../view/return-path.js';
import type { Said } from '../view/said.js';
import { type GivenField, readGiven } from './read-given.js';
import { requestOptions } from './request-options.js';
import { newCodeView } from './new-code.model.js';
import { secondFactorModel, secondFactorView } from './second-factor.model.js';

type Form = Readonly<Record<string, unknown>>;
type Again = Readonly<{ slips?: Problems; wait?: string; refused?: string }>;

/** `/second-facteur`: what is asked for after the key, and once more before the factors are changed (MFA-06). */
@Controller('second-facteur')
@OpenToSecondFactor()
export class SecondFactorPage {
  private readonly rpId: string;

  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(SecondFactorDesk) private readonly desk: SecondFactorDesk,
    @Inject(FactorsDesk) private readonly factorsDesk: FactorsDesk,
    @Inject(Visitors) private readonly visitors: Visitors,
    @Inject(SETTINGS) { publicUrl }: Settings,
  ) {
    this.rpId = new URL(publicUrl).hostname;
  }

  @Get()
  async show(@Person() person: SignedIn, @Query() query: Form, @Res() reply: FastifyReply): Promise<void> {
    await this.render(person, query, reply, {}, 200);
  }

  @Post()
  async give(@Person() person: SignedIn, @Body() body: Form, @Res() reply: FastifyReply): Promise<void> {
    const form = body ?? {};
    const { t } = this.pages.language(reply);
    const read = readGiven(form);
    if (!read.ok) {
      const refused = read.field === 'reponse' ? { refused: t.secondFactor.passkeyNotValid } : {};
      return this.render(person, form, reply, { slips: read.problems, ...refused }, 422);
    }
    const given = await this.desk.give(person.session, { ...read.given, remember: isTicked(form['rester']) });
    if (given.outcome === 'refused') return this.refuse(given, read.field, person, form, reply);
    const signedIn = { ...person, session: given.session };
    this.visitors.goOn(reply.request, reply, { ...given, signedIn });
    const { level } = given.session;
    const go = level === 'choose-key' ? stepPage[level] : returnPath(form['suite']);
    const say: Said | undefined = given.notRemembered ? 'rester-non-offert' : undefined;
    if (given.newCode !== undefined) return this.showNewCode(reply, { code: given.newCode, go, say });
    this.pages.goTo(reply, go, level === 'choose-key' || say === undefined ? {} : { say });
  }

  /** In this answer and nowhere else: no redirect, no second look (MFA-05). */
  private showNewCode(
    reply: FastifyReply,
    { code, go, say }: Readonly<{ code: string; go: string; say: Said | undefined }>,
  ): void {
    const { t } = this.pages.language(reply);
    this.pages.show(reply, newCodeView, { code, go, note: say === undefined ? null : t.said[say] });
  }

  private async refuse(
    { reason, retryAfter }: Extract<FactorOutcome, { outcome: 'refused' }>,
    field: GivenField,
    person: SignedIn,
    form: Form,
    reply: FastifyReply,
  ): Promise<void> {
    const { t } = this.pages.language(reply);
    const again = (more: Again, status = 422) => this.render(person, form, reply, more, status);
    switch (reason) {
      case 'no-session':
        throw new SignInNeeded(true);
      case 'busy':
        throw new Problem('busy', { retryAfter });
      case 'no-factor':
        return this.pages.goTo(reply, '/mon-compte');
      case 'too-many-attempts':
        return again({ wait: this.pages.waiting(reply, retryAfter) }, 429);
      case 'wrong-code':
        return again({ slips: { [field]: field === 'code' ? 'wrongCode' : 'wrongRecoveryCode' } });
      case 'code-used':
        return again({ slips: { [field]: field === 'code' ? 'codeUsed' : 'recoveryCodeUsed' } });
      case 'passkey-not-valid':
        return again({ refused: t.secondFactor.passkeyNotValid });
      case 'passkey-suspected':
        return again({ refused: t.secondFactor.passkeySuspected });
    }
  }

  /** A passkey is asked with a new challenge each time the page is shown (MFA-03). */
  private async render(
    { session, profile }: SignedIn,
    form: Form,
    reply: FastifyReply,
    more: Again,
    status: number,
  ): Promise<void> {
    const { t } = this.pages.language(reply);
    const factors = await this.bus.ask(GetFactors, { userId: profile.userId });
    if (factors.outcome === 'refused' || (factors.totp === null && factors.passkeys.length === 0))
      return this.pages.goTo(reply, '/mon-compte');
    const asked = factors.passkeys.length === 0 ? null : await this.factorsDesk.askChallenge(session, 'use');
    const model = secondFactorModel(t, {
      name: profile.name,
      factors,
      passkey: asked?.outcome === 'done' ? requestOptions(this.rpId, asked) : null,
      confirming: session.level === 'full',
      suite: returnPath(form['suite']),
      rester: isTicked(form['rester']),
      ...more,
    });
    this.pages.show(reply, secondFactorView, model, status);
  }
}
