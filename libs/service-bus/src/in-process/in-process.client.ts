import { ClientProxy, type ReadPacket, type WritePacket } from '@nestjs/microservices';
import { firstValueFrom, isObservable } from 'rxjs';
import { answeredInSpan } from '../answered-in-span.js';
import type { InProcessExchange } from './in-process-exchange.js';

/** What crosses a network as JSON crosses here as JSON too: no class, function or undefined slips through. */
const throughJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** Nest's client for services in one process. */
export class InProcessClient extends ClientProxy {
  constructor(private readonly exchange: InProcessExchange) {
    super();
  }

  connect(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {}

  unwrap<Exchange>(): Exchange {
    return this.exchange as Exchange;
  }

  protected publish(packet: ReadPacket, callback: (packet: WritePacket) => void): () => void {
    this.ask(packet).then(
      (response) => callback({ response: throughJson(response), isDisposed: true }),
      (err: unknown) => callback({ err }),
    );
    return () => undefined;
  }

  protected dispatchEvent(): Promise<never> {
    throw new Error('integration events go through #messaging');
  }

  private async ask({ pattern, data }: ReadPacket): Promise<unknown> {
    const handler = this.exchange.find(String(pattern));
    if (handler === undefined) throw { status: 'unavailable', message: `nobody answers ${String(pattern)}` };
    return answeredInSpan(String(pattern), undefined, async () => {
      const result: unknown = await handler(throughJson(data));
      return isObservable(result) ? firstValueFrom(result) : result;
    });
  }
}
