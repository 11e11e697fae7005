import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem/problem.js';

/** What people and programs try. Fastify answers HEAD wherever it answers GET. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/**
 * Says of an address that is there for other methods which ones it takes: 405 and `Allow` (RFC 9110, 15.5.6), not that there is
 * nothing. Once every route is known each address gets one more, for the rest of the methods, so that the router alone tells them apart.
 */
@Injectable()
export class OtherMethods implements OnApplicationBootstrap {
  private readonly http: FastifyInstance;
  private readonly taken = new Map<string, Set<string>>();

  constructor(@Inject(HttpAdapterHost) { httpAdapter }: HttpAdapterHost) {
    this.http = httpAdapter.getInstance<FastifyInstance>();
    this.http.addHook('onRoute', ({ url, method }) => {
      this.taken.set(url, new Set([...(this.taken.get(url) ?? []), ...[method].flat()]));
    });
  }

  onApplicationBootstrap(): void {
    for (const [url, taken] of [...this.taken]) {
      const allow = [...taken].toSorted().join(', ');
      this.http.route({
        method: METHODS.filter((method) => !taken.has(method)),
        url,
        config: { refuses: true },
        // Before anybody reads the body.
        onRequest: (_request, _reply, next) => next(new Problem('method-not-allowed', { allow })),
        handler: () => undefined,
      });
    }
  }
}
