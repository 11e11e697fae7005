import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics, Series } from '#metrics';

type OnResponse = (request: FastifyRequest, reply: FastifyReply, next: () => void) => void;

/** Seconds of each class of status of one route; the series are looked up once. */
const measuring = (metrics: Metrics, method: string, route: string): OnResponse => {
  const series: (Series | undefined)[] = [];
  return (_, reply, next) => {
    const status = Math.floor(reply.statusCode / 100);
    (series[status] ??= metrics.answers(method, route, `${status}xx`)).add(reply.elapsedTime / 1000);
    next();
  };
};

/**
 * Measures every answer under the pattern of its route. Each route gets a hook of its own, so that an answer costs an addition
 * and no look-up; what no route answers is measured together.
 */
export const measureAnswers = (http: FastifyInstance, metrics: Metrics): void => {
  http.addHook('onRoute', (route) => {
    if (route.method === 'HEAD') return;
    const methods = [route.method].flat();
    const hook = measuring(metrics, methods.length === 1 ? methods.join() : 'ANY', route.url);
    route.onResponse = [...[route.onResponse ?? []].flat(), hook] as NonNullable<typeof route.onResponse>;
  });
  const nowhere = measuring(metrics, 'ANY', '(none)');
  http.addHook('onResponse', (request, reply, next) => {
    if (request.is404) nowhere(request, reply, next);
    else next();
  });
};
