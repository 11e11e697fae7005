import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Readiness } from '#platform';
import { OpenToAll } from '../session/access.js';

/** For the one who runs the process. `healthz`: it answers. `readyz`: it may be sent traffic, or why not. */
@Controller()
@OpenToAll()
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @Get('healthz')
  alive() {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const notReady = await this.readiness.report();
    if (notReady.length === 0) return { status: 'ready' };
    void reply.status(503).header('retry-after', 5);
    return { status: 'not ready', notReady };
  }
}
