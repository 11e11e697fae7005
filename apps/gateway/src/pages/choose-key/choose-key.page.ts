import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SignInNeeded } from '../../problem/problem-pages.js';
import { Problem } from '../../problem/problem.js';
import { OpenToChooseKey } from '../../session/access.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { Visitors } from '../../session/visitors.js';
import { KeyDesk } from '../../sign-in/key-desk.js';
import { type Problems, readForm } from '../form/read-form.js';
import { Pages } from '../view/pages.js';
import { chooseKeyForm } from './choose-key.form.js';
import { chooseKeyModel, chooseKeyView } from './choose-key.model.js';

/** `/choisir-ma-cle`: the only page that a provisional key opens (FRG-02). */
@Controller('choisir-ma-cle')
@OpenToChooseKey()
export class ChooseKeyPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(KeyDesk) private readonly desk: KeyDesk,
    @Inject(Visitors) private readonly visitors: Visitors,
  ) {}

  @Get()
  show(@Person() person: SignedIn, @Res() reply: FastifyReply): void {
    if (person.session.level === 'full') return this.pages.goTo(reply, '/mon-compte');
    this.render(person, reply);
  }

  /** Choosing ends every session, this one too: the new key is typed once more at the door (FRG-04). */
  @Post()
  async choose(@Person() person: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    if (person.session.level === 'full') return this.pages.goTo(reply, '/mon-compte');
    const read = readForm(chooseKeyForm, body);
    if (!read.ok) return this.render(person, reply, read.problems);
    const answer = await this.desk.choose(person.session, read.values.cle);
    if (answer.outcome === 'refused') {
      if (answer.reason === 'busy') throw new Problem('busy', { retryAfter: answer.retryAfter });
      if (answer.reason === 'no-session') throw new SignInNeeded(true);
      return this.render(person, reply, { cle: answer.reason });
    }
    this.visitors.signOut(reply);
    this.pages.goTo(reply, '/connexion', { say: 'cle-choisie' });
  }

  private render({ profile }: SignedIn, reply: FastifyReply, slips?: Problems): void {
    const { t } = this.pages.language(reply);
    this.pages.show(reply, chooseKeyView, chooseKeyModel(t, profile, slips), slips ? 422 : 200);
  }
}
