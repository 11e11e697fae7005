import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { brokenCookies, domainOf, pathsAbove } from './broken-cookies.js';
import { isApi } from './is-api.js';

/** A cookie is gone only under the very name, path and domain it was set with; so every one it can have had is named. */
const expire = (request: FastifyRequest, reply: FastifyReply, name: string): void => {
  const gone = { maxAge: 0, httpOnly: true };
  if (name.startsWith('__Host-')) {
    void reply.setCookie(name, '', { ...gone, path: '/', secure: true });
    return;
  }
  const domain = domainOf(request.hostname);
  for (const path of pathsAbove(request.url)) {
    void reply.setCookie(name, '', { ...gone, path });
    if (domain !== undefined) void reply.setCookie(name, '', { ...gone, path, domain });
  }
};

/**
 * Takes broken cookies out of every request for a page before anybody reads them, and out of the browser with the answer: whatever
 * it held, the next page is a page and not the way back to where it came from (WEB-05).
 */
declare module 'fastify' {
  interface FastifyRequest {
    /** Broken cookies came with this request, and go with its answer. */
    cured?: boolean;
  }
}

export const addCookieCure = (http: FastifyInstance, https: boolean): void => {
  http.addHook('onRequest', (request, reply, next) => {
    if (!isApi(request)) {
      const broken = brokenCookies(request.headers.cookie, https);
      request.cured = broken.length > 0;
      for (const name of broken) {
        delete request.cookies[name];
        expire(request, reply, name);
        // What stands beside it under the plain name, on http://localhost, may be what is left of it.
        if (!https && name.startsWith('__Host-')) expire(request, reply, name.slice('__Host-'.length));
      }
    }
    next();
  });
};
