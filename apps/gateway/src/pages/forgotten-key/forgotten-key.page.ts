import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { networkPrefix } from '../../network/network-prefix.js';
import { Problem } from '../../problem/problem.js';
import { OpenToAll } from '../../session/access.js';
import { KeyRenewalDesk } from '../../sign-in/key-renewal-desk.js';
import { readForm } from '../form/read-form.js';
import { retyped } from '../form/retyped.js';
import { Pages } from '../view/pages.js';
import { forgottenKeyForm } from './forgotten-key.form.js';
import { forgottenKeyModel, forgottenKeyView } from './forgotten-key.model.js';

/** `/cle-oubliee`: identifiant and reference e-mail, « Renouveler ma clé ». */
@Controller('cle-oubliee')
@OpenToAll()
export class ForgottenKeyPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(KeyRenewalDesk) private readonly desk: KeyRenewalDesk,
  ) {}

  @Get()
  show(@Res() reply: FastifyReply): void {
    this.pages.show(reply, forgottenKeyView, forgottenKeyModel(this.pages.language(reply).t));
  }

  /** The same answer whoever asks for whom; whether the pair is right is found out after it was sent (FRG-06). */
  @Post()
  async renew(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { t, lang } = this.pages.language(reply);
    const read = readForm(forgottenKeyForm, body);
    if (!read.ok) {
      const typed = { identifiant: retyped(body, 'identifiant'), email: retyped(body, 'email') };
      const model = forgottenKeyModel(t, { typed, slips: read.problems });
      return this.pages.show(reply, forgottenKeyView, model, 422);
    }
    const { identifiant: identifier, email } = read.values;
    const network = networkPrefix(reply.request.ip);
    const answer = await this.desk.ask({ identifier, email, network, locale: lang });
    if (answer.outcome === 'refused') throw new Problem('busy', { retryAfter: answer.retryAfter });
    this.pages.show(reply, forgottenKeyView, forgottenKeyModel(t, { done: true }));
  }
}
