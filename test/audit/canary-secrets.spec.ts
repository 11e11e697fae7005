import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ensureBuilt } from '../../tools/build.js';
import { tracesBelow } from '../product/files.js';
import { HttpClient } from '../product/http-client.js';
import { MailSink } from '../product/mail-sink.js';
import { tracesIn } from '../product/traces.js';
import { provisionalKeyIn, settleSchool, signIn } from '../product/people.js';
import { Product } from '../product/product.js';

jest.setTimeout(240_000);

describe('canary secrets (TST-16)', () => {
  let mails: MailSink;
  let product: Product;
  let client: HttpClient;
  let folder: string;
  let heap: string;
  const secrets: Record<string, string> = {};

  beforeAll(async () => {
    ensureBuilt({ quiet: true });
    folder = await mkdtemp(join(tmpdir(), 'trousseau-canary-'));
    mails = await MailSink.open();
    heap = await mkdtemp(join(tmpdir(), 'trousseau-heap-'));
    product = await Product.prepare({
      smtpUrl: mails.url,
      logFile: join(folder, 'said.log'),
      nodeOptions: ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${heap}`],
    });
    await product.start();
    client = new HttpClient(product.port);
    const { manager, people } = await settleSchool(product, client, mails, 1);
    const [person] = people;
    secrets['chosen key of the manager'] = manager.key;
    secrets['chosen key'] = person!.key;
    secrets['session token'] = await signIn(client, person!.identifier, person!.key);
    secrets['wrong key'] = 'une clé fausse mais reconnaissable';
    await client.call('POST', '/api/v1/sessions', {
      body: { identifier: person!.identifier, key: secrets['wrong key'] },
    });
    await client.expect(202, 'POST', '/api/v1/key-renewals', {
      body: { identifier: person!.identifier, email: person!.email },
    });
    secrets['provisional key'] = provisionalKeyIn((await mails.next(person!.email)).text);
    const restricted = await signIn(client, person!.identifier, secrets['provisional key']);
    secrets['token of the restricted session'] = restricted;
    secrets['key chosen after the renewal'] = 'quatre canaris gardent la mine de charbon';
    const body = { newKey: secrets['key chosen after the renewal'] };
    await client.expect(204, 'PUT', '/api/v1/key', { token: restricted, body });
    await signIn(client, person!.identifier, secrets['key chosen after the renewal']);
  });
  afterAll(async () => {
    client.close();
    await product.remove();
    await mails.close();
    await rm(folder, { recursive: true, force: true });
    await rm(heap, { recursive: true, force: true });
  });

  it('are not in the memory of the process once it is done with them', async () => {
    const snapshot = await product.heapSnapshot(heap);
    expect(tracesIn(snapshot, secrets)).toEqual([]);
    // The search would find something: the names of our own events are there.
    expect(tracesIn(snapshot, { event: 'KeyChosen' })).not.toEqual([]);
  });

  it('are in no store, read model, mail queue, key file or log, raw, base64, hex, URL, UTF-16, gzip or zstd, while it runs and after', async () => {
    expect(Object.keys(secrets)).toHaveLength(7);
    expect(await tracesBelow(product.folder, secrets)).toEqual([]);
    await product.stop();
    expect(await tracesBelow(product.folder, secrets)).toEqual([]);
    expect(await tracesBelow(folder, secrets)).toEqual([]);
    // The search would find something: what everybody may know stands there.
    expect(await tracesBelow(product.folder, { event: 'KeyChosen' })).not.toEqual([]);
  });
});
