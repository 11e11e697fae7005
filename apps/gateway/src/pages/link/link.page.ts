import { randomUUID } from 'node:crypto';
import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FollowReferenceEmailLink, GetReferenceEmailChange } from '#contracts';
import { ServiceBus } from '#service-bus';
import { OpenToAll } from '../../session/access.js';
import { Pages } from '../view/pages.js';
import { isLinkValue } from './link-value.js';
import { decidedModel, linkModel, linkView, settledModel, unknownLinkModel } from './link.model.js';

/** `/lien/…`: where the links in mails about an address lead. Looking changes nothing, the button does (REF-02). */
@Controller('lien/:value')
@OpenToAll()
export class LinkPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
  ) {}

  @Get()
  async show(@Param('value') value: string, @Res() reply: FastifyReply): Promise<void> {
    const { t } = this.pages.language(reply);
    if (!isLinkValue(value)) return this.unknown(reply);
    const answer = await this.bus.ask(GetReferenceEmailChange, { link: value });
    if (answer.outcome === 'refused') return this.unknown(reply);
    this.pages.show(reply, linkView, linkModel(t, answer, value));
  }

  @Post()
  async follow(@Param('value') value: string, @Res() reply: FastifyReply): Promise<void> {
    const { t } = this.pages.language(reply);
    if (!isLinkValue(value)) return this.unknown(reply);
    const answer = await this.bus.ask(FollowReferenceEmailLink, { commandId: randomUUID(), link: value });
    if (answer.outcome === 'done') return this.pages.show(reply, linkView, settledModel(t, answer.state));
    if (answer.reason === 'expired') return this.pages.show(reply, linkView, settledModel(t, 'expired'), 410);
    if (answer.reason === 'already-decided') return this.pages.show(reply, linkView, decidedModel(t), 409);
    this.unknown(reply);
  }

  private unknown(reply: FastifyReply): void {
    this.pages.show(reply, linkView, unknownLinkModel(this.pages.language(reply).t), 404);
  }
}
