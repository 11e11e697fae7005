import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Readiness } from './readiness.js';

/** `/healthz` and `/readyz` of a service that has no other door. Resolves when it listens; answers how to close it. */
export const openHealthServer = async (
  readiness: Readiness,
  port: number,
  host: string,
): Promise<{ close(): void }> => {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response
        .writeHead(status, {
          'content-type': 'application/json',
          'cache-control': 'no-store',
          ...(status === 503 ? { 'retry-after': '5' } : {}),
        })
        .end(JSON.stringify(body));
    if (request.url === '/healthz') return void answer(200, { status: 'ok' });
    if (request.url !== '/readyz') return void answer(404, { status: 'not found' });
    void readiness
      .report()
      .then((notReady) =>
        notReady.length === 0
          ? answer(200, { status: 'ready' })
          : answer(503, { status: 'not ready', notReady }),
      );
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
