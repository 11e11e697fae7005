import type { FastifyRequest } from 'fastify';

/**
 * Whether the request is for the JSON API, which reads no cookie; everything else is a page. The router decodes an address before it
 * matches, so the route it found has the last word: `/%61pi/…` is the API too, and no page that a cookie opens (WEB-02).
 */
export const isApi = (request: Pick<FastifyRequest, 'url' | 'routeOptions'>): boolean =>
  request.url.startsWith('/api/') ||
  request.url === '/api' ||
  (request.routeOptions.url?.startsWith('/api/') ?? false);
