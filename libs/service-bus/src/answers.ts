import { applyDecorators, UsePipes } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { PayloadPipe } from './payload.pipe.js';
import type { AnyRequest } from './service-bus.js';

/** Marks the controller method that answers a request; what it gets is checked against the contract first. */
export const Answers = (request: AnyRequest): MethodDecorator =>
  applyDecorators(MessagePattern(request.name), UsePipes(new PayloadPipe(request)));
