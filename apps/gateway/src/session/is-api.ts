import type { FastifyRequest } from 'fastify';

/** Whether the request is for the JSON API, which reads no cookie; everything else is a page. */
export const isApi = ({ url }: Pick<FastifyRequest, 'url'>): boolean =>
  url.startsWith('/api/') || url === '/api';
