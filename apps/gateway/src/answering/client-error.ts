import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemType, problems } from '../problem/problems.js';

/** What Node's parser says. `rawPacket` is a Buffer where there is one, whatever its type says elsewhere. */
type ParserError = Readonly<{ code?: string; rawPacket?: unknown }>;

const statusOf = ({ code }: ParserError): number => {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
};

/** A head too long is a browser full of cookies, unless the address alone is; only then are they taken away (WEB-05, WEB-07). */
const isFullOfCookies = (error: ParserError): boolean => {
  if (statusOf(error) !== 431 || !Buffer.isBuffer(error.rawPacket) || wasForApi(error)) return false;
  const [line = ''] = error.rawPacket.toString('latin1', 0, 4096).split('\r\n', 1);
  return line.length < 2048;
};

const fullOfCookies =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Trousseau</title><meta name="viewport" content="width=device-width"><h1>Votre navigateur en garde trop</h1><p>Il envoyait tant de cookies que nous ne pouvions plus lire sa demande. Nous venons de les effacer.</p><p><a href="/connexion">Aller à la connexion</a></p></html>';

const wasForApi = ({ rawPacket }: ParserError) =>
  Buffer.isBuffer(rawPacket) && /^[A-Z]+ \/api\//.test(rawPacket.toString('latin1', 0, 32));

/** What is answered to bytes that are no HTTP request, or one whose head is too long: there is no request to speak of yet. */
export const answerToNoRequest = (error: ParserError): string => {
  const status = statusOf(error);
  const title = problems['not-readable'].fr;
  const full = isFullOfCookies(error);
  const [type, body] = full
    ? ['text/html', fullOfCookies]
    : wasForApi(error)
      ? ['application/problem+json', JSON.stringify({ type: problemType('not-readable'), title, status })]
      : ['text/plain', title];
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${type}; charset=utf-8`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    ...(full ? ['clear-site-data: "cookies"', "content-security-policy: default-src 'none'"] : []),
    'connection: close',
    '',
    body,
  ].join('\r\n');
};

/** Answers on the bare connection and ends it. */
export const onClientError = (error: ParserError, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.end(answerToNoRequest(error));
  else socket.destroy();
};
