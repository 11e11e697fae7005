import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OPERATION } from './operates.decorator.js';
import type { Operation } from './operation.js';
import { readInput } from './read-input.js';

/** What the operation of this handler gets of the request, already checked. */
export const inputOf = (context: ExecutionContext) => {
  const described = Reflect.getMetadata(OPERATION, context.getHandler()) as Operation;
  return readInput(described, context.switchToHttp().getRequest<FastifyRequest>());
};

/** Parameter of a handler marked with `@Operates`: its `InputOf`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => inputOf(context));
