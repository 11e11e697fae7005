import type { PayloadOf, ReplyOf, Request } from '#contracts';
import type { z } from 'zod';

/** Any request of the published language. */
export type AnyRequest = Request<z.ZodType, z.ZodType>;

/** Asks another service, wherever it runs. */
export abstract class ServiceBus {
  /**
   * Sends a command or query and gives its reply. Rejects with ServiceUnavailable when no reply came within five seconds
   * or the service could not reach its store; whether a command was carried out is then not known, and repeating it is safe.
   */
  abstract ask<R extends AnyRequest>(request: R, payload: PayloadOf<R>): Promise<ReplyOf<R>>;
}
