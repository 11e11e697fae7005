import { AsyncLocalStorage } from 'node:async_hooks';
import type { PayloadOf, ReplyOf } from '#contracts';
import { type AnyRequest, ServiceBus } from '#service-bus';
import type { FastifyInstance } from 'fastify';
import { channelOf } from './channel-of.js';

type Channel = ReturnType<typeof channelOf>;

/**
 * The gateway's bus: every command says through which door it came, for the auditor who reads it years later. The door is the
 * request's and no caller's business, so that none of them can forget it (docs/decisions/0026).
 */
export class ChannelBus extends ServiceBus {
  private readonly under = new AsyncLocalStorage<Channel>();

  constructor(private readonly bus: ServiceBus) {
    super();
  }

  /** Notes the door of every request before anybody handles it; its body has been read by then. */
  watch(http: FastifyInstance): void {
    http.addHook('preHandler', (request, _reply, done) => this.under.run(channelOf(request), done));
  }

  ask<R extends AnyRequest>(request: R, payload: PayloadOf<R>): Promise<ReplyOf<R>> {
    const channel = this.under.getStore();
    if (request.kind !== 'command' || channel === undefined) return this.bus.ask(request, payload);
    return this.bus.ask(request, { channel, ...(payload as object) } as PayloadOf<R>);
  }
}
