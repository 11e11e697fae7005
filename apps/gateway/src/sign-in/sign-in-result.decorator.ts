import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignInOutcome } from './sign-in-outcome.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the key guards. */
    signInOutcome?: SignInOutcome;
  }
}

/** Parameter of a handler behind a key guard: what came of the sign-in. */
export const SignInResult = createParamDecorator((_: unknown, context: ExecutionContext): SignInOutcome => {
  const { signInOutcome } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!signInOutcome) throw new Error('@SignInResult() without a key guard');
  return signInOutcome;
});
