import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AggregateStore } from '#aggregate-store';
import { user } from '#apps/users';
import { records } from '#event-sourcing';
import { scratchFolder } from '#event-store/testing';
import { openPlatform } from '#platform';
import { readSettings } from '#settings';
import { DataKeys } from '#vault';
import { audit } from './audit.js';

jest.setTimeout(60_000);

const scratch = scratchFolder();
const USER = randomUUID();
const before = process.env['TROUSSEAU_DATA'];

/** What the user was registered with: none of it may ever be told. */
const personal = { identifier: 'paul.durand', name: 'Paul Durand', email: 'paul@ecole.example' };

beforeAll(async () => {
  process.env['TROUSSEAU_DATA'] = scratch.file('data');
  const platform = await openPlatform(readSettings(process.env), [], { background: false });
  const store = new AggregateStore(
    platform.events,
    new DataKeys(platform.events, platform.secrets.masterKey),
  );
  const registered = {
    type: 'UserRegistered' as const,
    data: {
      schoolId: 'school',
      role: 'instructor' as const,
      locale: 'fr' as const,
      identifierDigest: 'd',
      ...personal,
    },
  };
  const context = { commandId: randomUUID(), at: '2026-03-01T08:00:00.000Z' };
  await store.transact(user, USER, context, () => records(registered));
  await platform.events.close();
});
afterAll(() => {
  if (before === undefined) delete process.env['TROUSSEAU_DATA'];
  else process.env['TROUSSEAU_DATA'] = before;
  process.exitCode = 0;
  scratch.remove();
});

let said = '';
beforeEach(() => {
  said = '';
  const listen = (text: unknown) => ((said += String(text)), true);
  jest.spyOn(process.stdout, 'write').mockImplementation(listen);
  jest.spyOn(process.stderr, 'write').mockImplementation(listen);
});
afterEach(() => void jest.restoreAllMocks());

const run = async (...args: string[]) => {
  said = '';
  process.exitCode = 0;
  await audit().parseAsync(args, { from: 'user' });
  const code = process.exitCode;
  process.exitCode = 0;
  return { code, said };
};

describe('audit, from the command line', () => {
  it('signs, verifies, exports, and verifies the export (EVT-12)', async () => {
    expect((await run('verify', '--lang', 'fr')).said).toContain('Aucun point de contrôle extérieur');
    expect((await run('export', '--all', '-o', scratch.file('early.ndjson'))).said).toContain('audit sign');
    expect((await run('sign')).said).toContain('2 événements');
    expect((await run('sign')).said).toContain('Rien de nouveau');
    const verified = await run('verify', '--lang', 'fr');
    expect(verified).toMatchObject({ code: 0, said: expect.stringContaining('Journal intact') });

    const file = scratch.file('whole.ndjson.gz');
    const exported = await run('export', '--all', '-o', file);
    expect(exported.said).toContain('trousseau.example/log/');
    const note = scratch.file('checkpoint.note');
    writeFileSync(note, exported.said.slice(exported.said.indexOf('trousseau.example/log/'), -1));
    const key = (await run('key')).said.trim();
    const sound = await run('verify-export', file, '--key', key, '--checkpoint', note, '--lang', 'fr');
    expect(sound).toMatchObject({ code: 0, said: expect.stringContaining('Export intact') });
    expect((await run('export', '--all', '-o', file)).code).toBe(1);
  });

  it('says where an export is not sound, by its exit code too (EVT-12)', async () => {
    const file = scratch.file('user.ndjson');
    const { said: exported } = await run('export', '--user', USER, '-o', file);
    const note = scratch.file('again.note');
    writeFileSync(note, exported.slice(exported.indexOf('trousseau.example/log/'), -1));
    const key = (await run('key')).said.trim();
    writeFileSync(file, readFileSync(file, 'utf8').replace('instructor', 'managerial'));
    const wrong = await run('verify-export', file, '--key', key, '--checkpoint', note, '--lang', 'en');
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('NOT sound at place 1, line 2') });
  });

  it('tells the life and the state of a user, and nothing personal (GDP-09)', async () => {
    const replay = await run('replay', '--user', USER, '--lang', 'fr');
    expect(replay.said).toContain('Utilisateur enregistré, rôle Moniteur');
    const state = await run('state', '--user', USER, '--json');
    expect(JSON.parse(state.said)).toMatchObject({ status: 'registered', opens: 'nothing' });
    const earlier = await run('state', '--user', USER, '--at', '2026-02-01T00:00:00Z', '--lang', 'en');
    expect(earlier.said).toContain('User: unknown');
    for (const told of [replay.said, state.said, readFileSync(scratch.file('user.ndjson'), 'utf8')]) {
      for (const value of Object.values(personal)) expect(told).not.toContain(value);
    }
    expect((await run('state', '--user', USER, '--at', 'yesterday')).code).toBe(1);
  });

  it('asks for one scope, and writes no file without', async () => {
    const refused = await run('export', '-o', scratch.file('none.ndjson'));
    expect(refused.code).toBe(1);
    expect(existsSync(scratch.file('none.ndjson'))).toBe(false);
  });
});
