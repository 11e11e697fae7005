import { Controller, type DynamicModule, Module } from '@nestjs/common';
import { afterEach, describe, expect, it } from '@jest/globals';
import { GetProfile, type PayloadOf, type ReplyOf, VerifySession, query } from '#contracts';
import { StoreUnavailable } from '#event-store';
import { z } from 'zod';
import { Answers } from '../answers.js';
import type { ServiceBus } from '../service-bus.js';
import { ServiceUnavailable } from '../service-unavailable.js';

/** Milliseconds: a deadline of five seconds may pass in between. */
const LONG = 100_000;

const Fails = query('auth.fails', { payload: { how: z.string() }, done: {}, refused: ['never'] });

@Controller()
class SessionsController {
  @Answers(VerifySession)
  verify({ sessionId }: PayloadOf<typeof VerifySession>): ReplyOf<typeof VerifySession> {
    return { outcome: 'refused', reason: 'no-session', retryAfter: sessionId.length };
  }

  @Answers(Fails)
  fail({ how }: PayloadOf<typeof Fails>): never {
    if (how === 'store') throw new StoreUnavailable('disk full');
    throw new Error('secret detail');
  }
}

@Module({ controllers: [SessionsController] })
class SessionsModule {}

/** Starts this module as the service `auth` with the filter BusErrors; answers a bus to ask it over, and how to end the service. */
export type OpenBus = (
  service: DynamicModule,
) => Promise<Readonly<{ bus: ServiceBus; stop(): Promise<void> }>>;

/** What every service bus promises, whatever carries it. Run it from the adapter's own spec. */
export function serviceBusContract(name: string, open: OpenBus): void {
  describe(`${name} as a service bus`, () => {
    const stops: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const stop of stops.splice(0)) await stop();
    });
    const start = async () => {
      const opened = await open({ module: SessionsModule });
      stops.push(opened.stop);
      return opened;
    };
    const sessionId = 'a'.repeat(64);

    it(
      'brings a request to the service that answers it, and the reply back',
      async () => {
        const { bus } = await start();
        expect(await bus.ask(VerifySession, { sessionId })).toEqual({
          outcome: 'refused',
          reason: 'no-session',
          retryAfter: 64,
        });
      },
      LONG,
    );

    it(
      'lets through only what the contract allows',
      async () => {
        const { bus } = await start();
        await expect(bus.ask(VerifySession, { sessionId: 'short' })).rejects.toThrow(
          'auth.verify-session failed',
        );
      },
      LONG,
    );

    it(
      'says unavailable when nobody answers, the service stopped, or its store is down (invariant 6)',
      async () => {
        const { bus, stop } = await start();
        await expect(bus.ask(GetProfile, { userId: 'u' })).rejects.toThrow(ServiceUnavailable);
        await expect(bus.ask(Fails, { how: 'store' })).rejects.toThrow(ServiceUnavailable);
        await stop();
        await expect(bus.ask(VerifySession, { sessionId })).rejects.toThrow(ServiceUnavailable);
      },
      LONG,
    );

    it(
      'keeps the details of an unexpected error on its own side (AUD-05)',
      async () => {
        const { bus } = await start();
        const error = await bus.ask(Fails, { how: 'bug' }).catch((thrown: Error) => thrown);
        expect(JSON.stringify([String(error), (error as Error).cause])).not.toContain('secret detail');
      },
      LONG,
    );
  });
}
