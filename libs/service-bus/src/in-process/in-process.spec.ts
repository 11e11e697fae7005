import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type PayloadOf, type ReplyOf, VerifySession, GetProfile, query } from '#contracts';
import { StoreUnavailable } from '#event-store';
import {
  Answers,
  BusErrors,
  InProcessClient,
  InProcessExchange,
  InProcessServer,
  NestServiceBus,
  ServiceUnavailable,
} from '#service-bus';
import { z } from 'zod';

const Fails = query('test.fails', { payload: { how: z.string() }, done: {}, refused: ['never'] });

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

describe('the in-process transport', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  const start = async () => {
    const exchange = new InProcessExchange();
    const service = await NestFactory.createMicroservice(SessionsModule, {
      strategy: new InProcessServer(exchange),
      logger: false,
    });
    service.useGlobalFilters(new BusErrors());
    await service.listen();
    stops.push(() => service.close());
    return { bus: new NestServiceBus(new InProcessClient(exchange)), stop: () => service.close() };
  };
  const sessionId = 'a'.repeat(64);

  it('brings a request to the service that answers it, and the reply back', async () => {
    const { bus } = await start();
    expect(await bus.ask(VerifySession, { sessionId })).toEqual({
      outcome: 'refused',
      reason: 'no-session',
      retryAfter: 64,
    });
  });

  it('lets through only what the contract allows', async () => {
    const { bus } = await start();
    await expect(bus.ask(VerifySession, { sessionId: 'short' })).rejects.toThrow(
      'auth.verify-session failed',
    );
  });

  it('says unavailable when nobody answers, the service stopped, or its store is down (invariant 6)', async () => {
    const { bus, stop } = await start();
    await expect(bus.ask(GetProfile, { userId: 'u' })).rejects.toThrow(ServiceUnavailable);
    await expect(bus.ask(Fails, { how: 'store' })).rejects.toThrow(ServiceUnavailable);
    await stop();
    await expect(bus.ask(VerifySession, { sessionId })).rejects.toThrow(ServiceUnavailable);
  });

  it('keeps the details of an unexpected error on its own side (AUD-05)', async () => {
    const { bus } = await start();
    const error = await bus.ask(Fails, { how: 'bug' }).catch((thrown: Error) => thrown);
    expect(JSON.stringify([String(error), (error as Error).cause])).not.toContain('secret detail');
  });
});
