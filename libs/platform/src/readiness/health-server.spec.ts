import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { openHealthServer } from './health-server.js';
import { Readiness } from './readiness.js';

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

describe('the health of a service that runs alone', () => {
  it('is told over HTTP, with the reasons when it is not ready', async () => {
    const readiness = new Readiness();
    let reason: string | null = 'is away';
    readiness.add({ name: 'event store', check: () => reason });
    const port = await freePort();
    const server = await openHealthServer(readiness, port, '127.0.0.1');
    const ask = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      return [answer.status, await answer.json()] as const;
    };
    expect(await ask('/healthz')).toEqual([200, { status: 'ok' }]);
    expect(await ask('/readyz')).toEqual([
      503,
      { status: 'not ready', notReady: [{ name: 'event store', reason: 'is away' }] },
    ]);
    reason = null;
    expect(await ask('/readyz')).toEqual([200, { status: 'ready' }]);
    expect((await ask('/else'))[0]).toBe(404);
    server.close();
  });
});
