import { createServer, type Server } from 'node:http';
import type { Caller } from './caller.js';
import type { EndedSessions } from './ended-sessions.js';
import type { TokenVerifier } from './token-verifier.js';

type Parts = Readonly<{
  verifier: TokenVerifier;
  ended: EndedSessions;
  /** False until everything was heard that a good token could have been ended by. */
  isCaughtUp(): boolean;
}>;

const bearer = (header = '') => /^bearer ([\w.-]+)$/i.exec(header)?.[1];

/** A service that answers one question, `GET /moi`: whom am I talking to? */
export const openService = ({ verifier, ended, isCaughtUp }: Parts): Server => {
  const callerOf = async (header: string | undefined): Promise<Caller | null> => {
    const token = bearer(header);
    const caller = token === undefined ? null : await verifier.verify(token);
    return caller === null || ended.hasEnded(caller) ? null : caller;
  };
  return createServer((request, response) => {
    const answer = (status: number, body: object, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers })
        .end(JSON.stringify(body));
    const notNow = () => answer(503, { error: 'not now' }, { 'retry-after': '2' });
    if (request.url !== '/moi') return void answer(404, { error: 'not found' });
    // On a guess nobody is let in.
    if (!isCaughtUp()) return void notNow();
    callerOf(request.headers.authorization).then(
      (caller) =>
        caller === null
          ? answer(401, { error: 'no good token' }, { 'www-authenticate': 'Bearer error="invalid_token"' })
          : answer(200, { userId: caller.userId, school: caller.schoolId, role: caller.role }),
      notNow,
    );
  });
};
