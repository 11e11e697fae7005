import type { MessageHandler } from '@nestjs/microservices';

/** Where the services of one process find each other: handlers by message pattern. */
export class InProcessExchange {
  private readonly handlers = new Map<string, MessageHandler>();

  offer(pattern: string, handler: MessageHandler): void {
    if (this.handlers.has(pattern)) throw new Error(`two services answer ${pattern}`);
    this.handlers.set(pattern, handler);
  }

  withdraw(pattern: string): void {
    this.handlers.delete(pattern);
  }

  find(pattern: string): MessageHandler | undefined {
    return this.handlers.get(pattern);
  }
}
