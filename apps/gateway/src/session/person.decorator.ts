import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from './signed-in.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the session guard. */
    signedIn?: SignedIn | undefined;
    /** The secret of a session that was resumed, or went on, with this very request; its cookie goes out with the answer. */
    resumed?: string;
  }
}

/** Parameter of a handler: who is signed in. Only on handlers that are not open to all. */
export const Person = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!signedIn) throw new Error('@Person() on a handler that is open to all');
  return signedIn;
});
