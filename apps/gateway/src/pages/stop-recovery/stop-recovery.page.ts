import { randomUUID } from 'node:crypto';
import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { GetRecoveryVeto, VetoRecovery } from '#contracts';
import { ServiceBus } from '#service-bus';
import { OpenToAll } from '../../session/access.js';
import { isLinkValue } from '../link/link-value.js';
import { linkView, unknownLinkModel } from '../link/link.model.js';
import { Pages } from '../view/pages.js';
import { view } from '../view/views.js';

type Model = Readonly<{ state: 'pending' | 'vetoed' | 'over'; text: string; value: string }>;

const stopView = view<Model>('stop-recovery/stop-recovery');

/** `/opposition/…`: where the notice of a recovery by phone leads. Looking changes nothing, the button stops it (TEL-07, FRG-12). */
@Controller('opposition/:value')
@OpenToAll()
export class StopRecoveryPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
  ) {}

  @Get()
  async show(@Param('value') value: string, @Res() reply: FastifyReply): Promise<void> {
    if (!isLinkValue(value)) return this.unknown(reply);
    const answer = await this.bus.ask(GetRecoveryVeto, { link: value });
    if (answer.outcome === 'refused') return this.unknown(reply);
    const { t } = this.pages.language(reply);
    const text = t.stopRecovery.texts[answer.state](answer.name, answer.schoolName);
    this.pages.show(reply, stopView, { state: answer.state, text, value });
  }

  @Post()
  async stop(@Param('value') value: string, @Res() reply: FastifyReply): Promise<void> {
    if (!isLinkValue(value)) return this.unknown(reply);
    const answer = await this.bus.ask(VetoRecovery, { commandId: randomUUID(), link: value });
    if (answer.outcome === 'refused' && answer.reason === 'link-not-valid') return this.unknown(reply);
    await this.show(value, reply);
  }

  private unknown(reply: FastifyReply): void {
    this.pages.show(reply, linkView, unknownLinkModel(this.pages.language(reply).t), 404);
  }
}
