import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiKeyStrategy } from '../../sign-in/key.strategies.js';
import { signInWith } from '../../sign-in/sign-in-with.js';
import { inputOf } from '../input.decorator.js';

/** Runs a sign-in from a checked body. There is neither device nor remember-me cookie: the API reads and sets none. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(@Inject(ApiKeyStrategy) private readonly strategy: ApiKeyStrategy) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { body } = inputOf(context);
    request.signInOutcome = await signInWith(this.strategy, {
      body,
      from: request,
      device: undefined,
      remember: false,
    });
    return true;
  }
}
