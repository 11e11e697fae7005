import { randomUUID } from 'node:crypto';
import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RevokeProvisionalKeys } from '#contracts';
import { ServiceBus } from '#service-bus';
import { OpenToAll } from '../../session/access.js';
import { isLinkValue } from '../link/link-value.js';
import { linkView, unknownLinkModel } from '../link/link.model.js';
import { Pages } from '../view/pages.js';
import { view } from '../view/views.js';

const notMeView = view<{ done: boolean; value: string }>('not-me/not-me');

/** `/pas-moi/…`, « ce n'est pas moi »: makes provisional keys void and harms nothing if abused (FRG-13). */
@Controller('pas-moi/:value')
@OpenToAll()
export class NotMePage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
  ) {}

  @Get()
  show(@Param('value') value: string, @Res() reply: FastifyReply): void {
    if (!isLinkValue(value)) return this.unknown(reply);
    this.pages.show(reply, notMeView, { done: false, value });
  }

  @Post()
  async revoke(@Param('value') value: string, @Res() reply: FastifyReply): Promise<void> {
    if (!isLinkValue(value)) return this.unknown(reply);
    const answer = await this.bus.ask(RevokeProvisionalKeys, { commandId: randomUUID(), link: value });
    if (answer.outcome === 'refused') return this.unknown(reply);
    this.pages.show(reply, notMeView, { done: true, value });
  }

  private unknown(reply: FastifyReply): void {
    this.pages.show(reply, linkView, unknownLinkModel(this.pages.language(reply).t), 404);
  }
}
