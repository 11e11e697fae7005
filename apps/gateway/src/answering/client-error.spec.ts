import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../testing/index.js';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

const say = (bytes: string) =>
  new Promise<string>((resolve, reject) => {
    const { port } = gateway.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    socket.on('end', () => resolve(heard));
    socket.on('error', reject);
  });

describe('what is no request', () => {
  it('is answered 400 and hung up on', async () => {
    const heard = await say('hello\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard).toContain('La requête n’est pas lisible.');
  });

  it('is answered 431 when its head is too long, as a problem under /api', async () => {
    const heard = await say(`GET /api/v1/users?q=${'x'.repeat(40_000)} HTTP/1.1\r\nhost: a\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
    expect(heard).toContain('content-type: application/problem+json');
    expect(heard).toContain('urn:trousseau:problem:not-readable');
  });

  it('is answered in plain words when cookies have grown too long, which are taken away (WEB-05)', async () => {
    const heard = await say(`GET /accueil HTTP/1.1\r\nhost: a\r\ncookie: a=${'x'.repeat(40_000)}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
    expect(heard).toContain('content-type: text/html');
    expect(heard).toContain('clear-site-data: "cookies"');
    expect(heard).toContain('href="/connexion"');
  });

  it('takes no cookie away because somebody linked to a long address (WEB-07)', async () => {
    const heard = await say(`GET /accueil?${'x'.repeat(40_000)} HTTP/1.1\r\nhost: a\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
    expect(heard).not.toContain('clear-site-data');
  });

  it('is a head or a body that takes more than fifteen seconds to come (TST-28)', () => {
    const { headersTimeout, requestTimeout } = gateway.app.getHttpServer() as Server;
    // Node takes the greater of the two for the body: were it the head’s, a body could take a minute.
    expect([headersTimeout, requestTimeout]).toEqual([15_000, 15_000]);
  });
});
