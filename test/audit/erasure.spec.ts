import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '#event-store/testing';
import { ensureBuilt } from '../../tools/build.js';
import { tracesBelow } from '../product/files.js';
import { HttpClient } from '../product/http-client.js';
import { provisionalKeyIn, signIn } from '../product/people.js';
import { Product } from '../product/product.js';

jest.setTimeout(360_000);

type School = Readonly<{ schoolId: string; userId: string }>;
type Certificate = Readonly<{
  keys: readonly string[];
  position: number;
  checkpoint: string;
  erasedAt: string;
}>;
type Verdict = Readonly<{ sound: boolean; findings: readonly unknown[] }>;

const person = {
  name: 'Ysoline Quérvalec',
  identifier: 'ysoline.quervalec',
  email: 'ysoline.q@perdu-de-vue.example',
  phone: '06 98 76 54 32',
};
/** As it is typed, and as it is kept. */
const personal = { ...person, storedPhone: '+33698765432', familyName: 'Quérvalec' };

describe('forgetting a person in the running product (TST-23)', () => {
  let product: Product;
  let client: HttpClient;
  let folder: string;
  let school: School;
  let backup: string;
  let certificate: Certificate;
  let key: string;
  let token: string;
  const logFile = () => join(folder, 'said.log');

  const erase = (...args: string[]) => product.commandLine<Certificate>('erase', ...args);

  /** The mail with their first key, out of the demo mailbox. */
  const provisionalKey = async (): Promise<string> => {
    for (;;) {
      const mailbox = new Database(join(product.folder, 'demo-mailbox.db'));
      const row = mailbox
        .prepare('SELECT text FROM mail WHERE "to" = ? ORDER BY number DESC')
        .get(person.email);
      mailbox.close();
      if (row !== undefined) return provisionalKeyIn((row as { text: string }).text);
      await pause(50);
    }
  };

  beforeAll(async () => {
    ensureBuilt({ quiet: true });
    folder = await mkdtemp(join(tmpdir(), 'trousseau-erasure-'));
    backup = join(folder, 'backup');
    product = await Product.prepare({ demo: true, logFile: logFile() });
    await product.start();
    client = new HttpClient(product.port);
    school = await product.commandLine<School>(
      ...['school', 'create', '--name', 'Auto-école du Phare', '--manager-name', person.name],
      ...['--manager-email', person.email, '--manager-phone', person.phone],
      ...['--manager-identifier', person.identifier],
    );
    key = `trois girafes et ${school.userId.slice(0, 8)}`;
    const restricted = await signIn(client, person.identifier, await provisionalKey());
    await client.expect(204, 'PUT', '/api/v1/key', { token: restricted, body: { newKey: key } });
    token = await signIn(client, person.identifier, key);
    await client.expect(200, 'GET', '/api/v1/users?limit=10', { token });
    await client.call('POST', '/api/v1/sessions', {
      body: { identifier: person.identifier, key: 'fausse clé' },
    });
    await client.expect(202, 'POST', '/api/v1/key-renewals', {
      body: { identifier: person.identifier, email: person.email },
    });
  });

  afterAll(async () => {
    client.close();
    await product.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('starts from a store that does hold them: in the list and in the mailbox', async () => {
    const found = await tracesBelow(product.folder, personal);
    const files = new Set(found.map(({ file }) => file.replace('-wal', '')));
    expect([...files].sort()).toEqual(['demo-mailbox.db', 'user-list.db']);
  });

  it('prints a certificate: what, when, which keys, where in the log, under which checkpoint (GDP-02)', async () => {
    await product.stop();
    // The driver lets go of the mailbox that was read here in its own time, and a file goes with it.
    await eventually(() => cp(product.folder, backup, { recursive: true }));
    await product.start();
    certificate = await erase('--user', school.userId, '--reason', 'dossier 2026-114', '--operator', 'anne');
    expect(certificate.keys).toContain(`subject-${school.userId}`);
    expect(certificate.keys).toContain(`generation-${school.userId}-1`);
    expect(certificate.checkpoint).toMatch(/^trousseau\.example\/log\//);
    expect(JSON.stringify(certificate)).not.toMatch(/quervalec/i);
  });

  it('leaves nothing of them in any file of any store, in its log, raw, encoded or compressed (GDP-02, invariant 10)', async () => {
    while ((await tracesBelow(product.folder, personal)).length > 0) await pause(200);
    await product.stop();
    expect(await tracesBelow(product.folder, personal)).toEqual([]);
    expect(await tracesBelow(product.folder, { key: certificate.keys[0]! })).not.toEqual([]);
    const said = await readFile(logFile());
    expect(said.length).toBeGreaterThan(0);
    expect((await tracesBelow(folder, personal)).filter(({ file }) => !file.startsWith('backup'))).toEqual(
      [],
    );
    await product.start();
  });

  it('lets nobody in with what they had, and ends what was open', async () => {
    const body = { identifier: person.identifier, key };
    expect((await client.call('POST', '/api/v1/sessions', { body })).status).toBe(401);
    expect((await client.call('GET', '/api/v1/session', { token })).status).toBe(401);
  });

  it('still replays, without them, and still verifies', async () => {
    const replayed = await product.commandLine<{ timeline: readonly { type: string }[] }>(
      ...['audit', 'replay', '--user', school.userId],
    );
    expect(replayed.timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['UserRegistered', 'KeyChosen', 'UserErased', 'CredentialErased']),
    );
    const verdict = await product.commandLine<Verdict>('audit', 'verify');
    expect(verdict.findings).toEqual([]);
  });

  it('brings nobody back with an older backup (GDP-03)', async () => {
    await product.stop();
    const journal = join(product.folder, 'erasures.ndjson');
    const kept = await readFile(journal);
    await rm(product.folder, { recursive: true });
    await cp(backup, product.folder, { recursive: true });
    expect(await tracesBelow(product.folder, personal)).not.toEqual([]);
    await writeFile(journal, kept);
    await product.start();
    while ((await tracesBelow(product.folder, personal)).length > 0) await pause(200);
    await product.stop();
    expect(await tracesBelow(product.folder, personal)).toEqual([]);
  });
});
