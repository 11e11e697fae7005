import type { FastifyInstance } from 'fastify';
import { type OpenSpan, openSpan } from '#tracing';

declare module 'fastify' {
  interface FastifyRequest {
    span?: OpenSpan | undefined;
  }
}

/**
 * A span for every answer, under the pattern of its route. What a stranger sends as `traceparent` is not believed: each request
 * begins a trace of its own (decision 0023).
 */
export const traceAnswers = (http: FastifyInstance): void => {
  http.addHook('onRequest', (request, _, next) => {
    const route = request.is404 ? '(none)' : (request.routeOptions.url ?? '(none)');
    const attributes = { 'http.request.method': request.method, 'http.route': route };
    request.span = openSpan(`${request.method} ${route}`, { kind: 'server', attributes, root: true });
    next();
  });
  // Not before the body was read: until then the request's context is the socket's.
  http.addHook('preHandler', (request, _, next) => {
    if (request.span) request.span.within(next);
    else next();
  });
  http.addHook('onResponse', (request, reply, next) => {
    const { statusCode } = reply;
    request.span?.end({ 'http.response.status_code': statusCode });
    next();
  });
};
