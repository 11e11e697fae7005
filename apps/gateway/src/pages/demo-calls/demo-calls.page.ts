import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ListDemoCalls } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { Problem } from '../../problem/problem.js';
import { OpenToAll } from '../../session/access.js';
import { relativeMoment } from '../language/moments.js';
import { Pages } from '../view/pages.js';
import { view } from '../view/views.js';

type CallLine = Readonly<{ number: string; at: string; when: string }>;

const callsView = view<{ calls: readonly CallLine[]; narrow: boolean }>('demo-calls/demo-calls');

/** `/dev/appels`: the calls support would have placed, in demo mode. Elsewhere nobody answers, and it is a 404. */
@Controller('dev/appels')
@OpenToAll()
export class DemoCallsPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Res() reply: FastifyReply): Promise<void> {
    const answer = await this.bus.ask(ListDemoCalls, {});
    if (answer.outcome === 'refused') throw new Problem('not-found');
    const { lang } = this.pages.language(reply);
    const now = this.clock.now();
    const calls = answer.calls.map(({ number, at }) => ({ number, at, when: relativeMoment(at, now, lang) }));
    this.pages.show(reply, callsView, { calls, narrow: true });
  }
}
