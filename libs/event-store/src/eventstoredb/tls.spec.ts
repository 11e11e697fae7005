import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { StoreUnavailable } from '../errors.js';
import { newEvents } from '../testing/new-event.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { PATIENT } from './testing/on-a-server.js';
import { protocolServers } from './testing/protocol-servers.js';

const folder = scratchFolder();
const servers = protocolServers();
const [key, certificate] = [folder.file('key.pem'), folder.file('certificate.pem')];
const subject = ['-subj', '/CN=trousseau', '-addext', 'subjectAltName=IP:127.0.0.1'];
const made = spawnSync(
  'openssl',
  [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-keyout',
    key,
    '-out',
    certificate,
    ...subject,
  ],
  { timeout: 60_000 },
);

jest.setTimeout(PATIENT);

const overTls = made.status === 0 ? describe : describe.skip;

overTls('EventStoreDbEventStore over TLS (EVT-07), given openssl to make a certificate', () => {
  afterAll(async () => {
    await servers.stop();
    folder.remove();
  });

  const authority = `tlsCaFile=${encodeURIComponent(certificate)}`;
  const start = () =>
    servers.start({
      tls: { key: readFileSync(key), certificate: readFileSync(certificate) },
      credentials: 'trousseau:canary-4711',
    });
  const attempt = async (url: string): Promise<unknown> => {
    const store = await EventStoreDbEventStore.open({ url, patience: 1000 });
    const outcome = await store.append('a', newEvents(1), 'any').catch((error: unknown) => error);
    await store.close();
    return outcome;
  };

  it('works with a known authority and credentials, in the string or in a file', async () => {
    const { port } = await start();
    const file = folder.file('credentials');
    writeFileSync(file, 'trousseau:canary-4711\n');
    expect(await attempt(`esdb://trousseau:canary-4711@127.0.0.1:${port}?${authority}`)).toMatchObject({
      revision: 0,
    });
    expect(
      await attempt(
        `kurrentdb+discover://127.0.0.1:${port}?${authority}&credentialsFile=${encodeURIComponent(file)}`,
      ),
    ).toMatchObject({ revision: 1 });
  });

  it('refuses a server it cannot verify', async () => {
    const { port } = await start();
    const outcome = await attempt(`esdb://trousseau:canary-4711@127.0.0.1:${port}`);
    expect(outcome).toBeInstanceOf(StoreUnavailable);
  });

  it('is refused without credentials or with wrong ones, and never repeats them (EVT-01)', async () => {
    const { port } = await start();
    for (const user of ['', 'trousseau:canary-9999@']) {
      const outcome = await attempt(`esdb://${user}127.0.0.1:${port}?${authority}`);
      expect(outcome).toBeInstanceOf(StoreUnavailable);
      const { message, stack, cause } = outcome as Error;
      expect(cause).toMatchObject({ type: 'access-denied' });
      expect(`${message} ${stack} ${String(cause)} ${JSON.stringify(cause)}`).not.toContain('canary');
    }
  });
});
