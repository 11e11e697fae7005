import type { ClientProxy } from '@nestjs/microservices';
import type { PayloadOf, ReplyOf } from '#contracts';
import { firstValueFrom, timeout, TimeoutError } from 'rxjs';
import { type AnyRequest, ServiceBus } from './service-bus.js';
import { ServiceUnavailable } from './service-unavailable.js';

const DEADLINE_MS = 5_000;

const isUnavailable = (error: unknown) =>
  error instanceof TimeoutError || (error as { status?: unknown } | null)?.status === 'unavailable';

/** The bus over any of Nest's transports. */
export class NestServiceBus extends ServiceBus {
  constructor(private readonly client: ClientProxy) {
    super();
  }

  async ask<R extends AnyRequest>(request: R, payload: PayloadOf<R>): Promise<ReplyOf<R>> {
    try {
      return await firstValueFrom(
        this.client.send<ReplyOf<R>>(request.name, payload).pipe(timeout(DEADLINE_MS)),
      );
    } catch (error) {
      if (isUnavailable(error)) throw new ServiceUnavailable(request.name);
      throw new Error(`${request.name} failed`, { cause: error });
    }
  }
}
