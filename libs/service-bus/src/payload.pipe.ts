import type { PipeTransform } from '@nestjs/common';
import { RpcException } from '@nestjs/microservices';
import type { AnyRequest } from './service-bus.js';

/** Lets only payloads of the contract through. What is wrong is named by path; values are not, they may be secret. */
export class PayloadPipe implements PipeTransform {
  constructor(private readonly request: AnyRequest) {}

  transform(payload: unknown): unknown {
    const parsed = this.request.payload.safeParse(payload);
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
    throw new RpcException({ status: 'malformed', message: `${this.request.name}: ${where.join(', ')}` });
  }
}
