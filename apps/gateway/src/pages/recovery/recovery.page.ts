import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SETTINGS } from '#platform';
import type { Settings } from '#settings';
import { networkPrefix } from '../../network/network-prefix.js';
import { Problem } from '../../problem/problem.js';
import { OpenToAll } from '../../session/access.js';
import { Visitors } from '../../session/visitors.js';
import { browserInWords } from '../../sign-in/browser-in-words.js';
import { RecoveryDesk } from '../../sign-in/recovery-desk.js';
import { readForm } from '../form/read-form.js';
import { retyped } from '../form/retyped.js';
import { Pages } from '../view/pages.js';
import { recoveryForm } from './recovery.form.js';
import { recoveryModel, recoveryView } from './recovery.model.js';

/** `/connexion/assistance`: how a manager reaches support, and where the code it reads out is typed (TEL-05). */
@Controller('connexion/assistance')
@OpenToAll()
export class RecoveryPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(RecoveryDesk) private readonly desk: RecoveryDesk,
    @Inject(Visitors) private readonly visitors: Visitors,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  show(@Res() reply: FastifyReply): void {
    this.again(reply, {}, 200);
  }

  /** The identifiant comes back as typed, a code never does. Unknown, wrong, expired and spent look the same (LOG-01). */
  @Post()
  async enter(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const typed = retyped(body, 'identifiant');
    const read = readForm(recoveryForm, body);
    if (!read.ok) return this.again(reply, { typed, slips: read.problems }, 422);
    const { identifiant: identifier, telephone: code, secours: proof } = read.values;
    const { request } = reply;
    const network = networkPrefix(request.ip);
    const userAgent = browserInWords(request.headers['user-agent']);
    const answer = await this.desk.redeem({ identifier, code, proof, network, userAgent });
    if (answer.outcome === 'done') {
      this.visitors.signIn(request, reply, { secret: answer.secret });
      return this.pages.goTo(reply, '/choisir-ma-cle');
    }
    if (answer.reason === 'busy') throw new Problem('busy', { retryAfter: answer.retryAfter });
    if (answer.reason === 'wrong-code') return this.again(reply, { typed, wrongCode: true }, 401);
    this.again(reply, { typed, wait: this.pages.waiting(reply, answer.retryAfter) }, 429);
  }

  private again(reply: FastifyReply, given: Parameters<typeof recoveryModel>[2], status: number): void {
    const { t } = this.pages.language(reply);
    this.pages.show(reply, recoveryView, recoveryModel(t, this.settings, given), status);
  }
}
