import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#platform';
import { networkPrefix } from '../network/network-prefix.js';
import { Problem } from '../problem/problem.js';
import { isApi } from '../session/is-api.js';
import { refusedType } from './expected-type.js';
import { apiHeaders, pageHeaders } from './security-headers.js';

const safe = new Set(['GET', 'HEAD']);

/** Reads that went well are for debugging; every attempt to change something, and every refusal, is for the record (AUD-03). */
const severity = (method: string, status: number) => {
  if (status >= 500) return 'warn';
  return safe.has(method) && status < 400 ? 'debug' : 'info';
};

/** The route's pattern stands for the address, which may hold a link's value or what somebody searched for (EML-08, AUD-04). */
const line = (request: FastifyRequest, reply: FastifyReply) => ({
  requestId: request.id,
  method: request.method,
  route: request.routeOptions.url ?? '(none)',
  status: reply.statusCode,
  ms: Math.round(reply.elapsedTime * 10) / 10,
  userId: request.signedIn?.session.userId,
  // Where guesses come from; of what went well it says nothing about anybody (GDP-08).
  ...(reply.statusCode >= 400 && { network: networkPrefix(request.ip) }),
});

/** The headers every answer carries. */
export const setHeaders = (request: FastifyRequest, reply: FastifyReply): void => {
  void reply.headers(isApi(request) ? apiHeaders : pageHeaders);
};

/** What happens to every request besides its handler: headers, type of body, one line in the log. */
export const addHooks = (http: FastifyInstance, log: Logger): void => {
  http.addHook('onRequest', (request, reply, next) => {
    setHeaders(request, reply);
    // A read brings nothing, whatever its headers say.
    const type = safe.has(request.method) ? undefined : request.headers['content-type'];
    const refused = refusedType(isApi(request), type);
    if (refused) next(new Problem(refused));
    else next();
  });
  http.addHook('onResponse', (request, reply, next) => {
    const level = severity(request.method, reply.statusCode);
    if (log.isLevelEnabled(level)) log[level](line(request, reply));
    next();
  });
};
