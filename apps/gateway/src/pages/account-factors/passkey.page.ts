import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SETTINGS } from '#platform';
import type { Settings } from '#settings';
import { Problem } from '../../problem/problem.js';
import { OpenToEnrolFactor } from '../../session/access.js';
import { NeedsFreshKey } from '../../session/fresh-key.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { browserInWords } from '../../sign-in/browser-in-words.js';
import { FactorsDesk } from '../../sign-in/factors-desk.js';
import { readForm } from '../form/read-form.js';
import { Pages } from '../view/pages.js';
import { view } from '../view/views.js';
import { addPasskeyForm } from './account-factors.form.js';
import { creationOptions } from './creation-options.js';
import { FactorsPages } from './factors-pages.js';

type PasskeyModel = Readonly<{ options: string; refused: string | null; reminder: null; narrow: boolean }>;

const passkeyView = view<PasskeyModel>('account-factors/passkey');

/** `/mon-compte/second-facteur/cle-d-acces`: adds a passkey; the one page of ours that needs JavaScript. */
@Controller('mon-compte/second-facteur/cle-d-acces')
@OpenToEnrolFactor()
@NeedsFreshKey()
export class PasskeyPage {
  private readonly rpId: string;

  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(FactorsPages) private readonly factorsPages: FactorsPages,
    @Inject(FactorsDesk) private readonly desk: FactorsDesk,
    @Inject(SETTINGS) { publicUrl }: Settings,
  ) {
    this.rpId = new URL(publicUrl).hostname;
  }

  @Get()
  async show(@Person() person: SignedIn, @Res() reply: FastifyReply): Promise<void> {
    await this.render(person, reply, null, 200);
  }

  @Post()
  async add(@Person() person: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { t } = this.pages.language(reply);
    const read = readForm(addPasskeyForm, body);
    if (!read.ok) return this.render(person, reply, t.factors.passkeyNotValid, 422);
    const device = browserInWords(reply.request.headers['user-agent']);
    const added = await this.desk.addPasskey(person.session, read.values.reponse, device);
    if (added.outcome === 'done') return this.factorsPages.added(person, added, 'cle-d-acces-ajoutee', reply);
    switch (added.reason) {
      case 'passkey-not-valid':
        return this.render(person, reply, t.factors.passkeyNotValid, 422);
      case 'passkey-known':
        return this.render(person, reply, t.factors.passkeyKnown, 422);
      case 'too-many-passkeys':
        return this.render(person, reply, t.factors.tooManyPasskeys, 422);
      case 'busy':
        throw new Problem('busy', { retryAfter: added.retryAfter });
      default:
        this.factorsPages.notNow(added.reason, reply);
    }
  }

  private async render(
    { session, profile }: SignedIn,
    reply: FastifyReply,
    refused: string | null,
    status: number,
  ): Promise<void> {
    const asked = await this.desk.askChallenge(session, 'add');
    if (asked.outcome === 'refused') return this.factorsPages.notNow(asked.reason, reply);
    const options = creationOptions(this.rpId, profile, asked);
    this.pages.show(reply, passkeyView, { options, refused, reminder: null, narrow: true }, status);
  }
}
