import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem/problem.js';

/**
 * Reads JSON bodies in place of the framework. Many programs call every request JSON, those without a body too: nothing is no
 * error, a call that needs something says what. Bytes that are not UTF-8 (RFC 8259, 8.1) are refused: read anyway, every one of them
 * would become the same character, and so would different keys.
 */
export const readJsonBodies = (http: FastifyInstance): void => {
  const parse = http.getDefaultJsonParser('error', 'error');
  http.removeContentTypeParser('application/json');
  http.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (bytes.length === 0) done(null, undefined);
    else if (!isUtf8(bytes)) done(new Problem('not-readable'));
    else void parse(request, bytes.toString('utf8'), done);
  });
};
