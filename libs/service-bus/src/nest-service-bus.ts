import type { ClientProxy } from '@nestjs/microservices';
import type { PayloadOf, ReplyOf } from '#contracts';
import { firstValueFrom, timeout, TimeoutError } from 'rxjs';
import { inSpan, isTracing } from '#tracing';
import { outcomeOf } from './outcome-of.js';
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

  ask<R extends AnyRequest>(request: R, payload: PayloadOf<R>): Promise<ReplyOf<R>> {
    if (!isTracing()) return this.send(request, payload);
    const asks = { kind: 'client', attributes: { 'trousseau.request': request.name } } as const;
    return inSpan(`ask ${request.name}`, asks, () => this.send(request, payload), outcomeOf);
  }

  private async send<R extends AnyRequest>(request: R, payload: PayloadOf<R>): Promise<ReplyOf<R>> {
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
