import { BaseRpcContext, type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { InProcessExchange } from './in-process-exchange.js';

/** Nest's transport for services in one process: offers this service's handlers on the exchange. */
export class InProcessServer extends Server implements CustomTransportStrategy {
  constructor(private readonly exchange: InProcessExchange) {
    super();
  }

  listen(callback: () => void): void {
    for (const [pattern, handler] of this.getHandlers()) {
      this.exchange.offer(pattern, async (data) => handler(data, new BaseRpcContext([])));
    }
    callback();
  }

  close(): void {
    for (const pattern of this.getHandlers().keys()) this.exchange.withdraw(pattern);
  }

  on(): never {
    throw new Error('the in-process transport has no connection to listen to');
  }

  unwrap<Exchange>(): Exchange {
    return this.exchange as Exchange;
  }
}
