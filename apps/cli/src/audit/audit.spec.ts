import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AggregateStore } from '#aggregate-store';
import { user } from '#apps/users';
import { records } from '#event-sourcing';
import { eventually, scratchFolder } from '#event-store/testing';
import { openPlatform, type Platform } from '#platform';
import { readSettings } from '#settings';
import { DataKeys } from '#vault';
import { listening, openInstallation, personal, runAudit } from './installation.harness.js';

const scratch = scratchFolder();
let USER = '';
let close = () => {};
beforeAll(async () => ({ userId: USER, close } = await openInstallation(scratch.file('data'))));
afterAll(() => {
  close();
  scratch.remove();
});

let heard = { said: '' };
beforeEach(() => void (heard = listening()));
afterEach(() => void jest.restoreAllMocks());
const run = (...args: string[]) => runAudit(heard, ...args);

const sha256 = (first: number, ...parts: Buffer[]) =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.of(first), ...parts]))
    .digest();

/** The root that a proof leads to, as RFC 9162 (2.1.3) defines one: written here once more, as an auditor would. */
const rootOf = (leaf: Buffer, index: number, size: number, proof: readonly Buffer[]): string => {
  const climb = (at: number, of: number, path: readonly Buffer[]): Buffer => {
    if (of === 1) return leaf;
    const left = 2 ** Math.ceil(Math.log2(of) - 1);
    const [sibling, rest] = [path.at(-1)!, path.slice(0, -1)];
    return at < left
      ? sha256(1, climb(at, left, rest), sibling)
      : sha256(1, sibling, climb(at - left, of - left, rest));
  };
  return climb(index, size, proof).toString('base64');
};

describe('audit, from the command line', () => {
  it('signs, verifies, exports, and verifies the export (EVT-12)', async () => {
    expect((await run('verify', '--lang', 'fr')).said).toContain('Aucun point de contrôle extérieur');
    expect((await run('export', '--all', '-o', scratch.file('early.ndjson'))).said).toContain('audit sign');
    expect((await run('sign')).said).toContain('4 événements');
    expect((await run('sign')).said).toContain('Rien de nouveau');
    const verified = await run('verify', '--lang', 'fr');
    expect(verified).toMatchObject({ code: 0, said: expect.stringContaining('Journal intact') });

    const outside = await run('checkpoints', '--json');
    expect(JSON.parse(outside.said)).toMatchObject({ checkpoints: [{ size: 4 }] });
    const last = scratch.file('last.note');
    writeFileSync(last, (await run('checkpoints', '--last')).said);
    expect((await run('verify', '--checkpoint', last, '--lang', 'en')).said).toContain('No event is absent.');

    const file = scratch.file('whole.ndjson.zst');
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
    expect(earlier.said).toContain('User: not registered yet');
    for (const told of [replay.said, state.said, readFileSync(scratch.file('user.ndjson'), 'utf8')]) {
      for (const value of Object.values(personal)) expect(told).not.toContain(value);
    }
    expect((await run('state', '--user', USER, '--at', 'yesterday')).code).toBe(1);
  });

  describe('--follow', () => {
    let platform: Platform;
    beforeAll(async () => {
      platform = await openPlatform(readSettings(process.env), [], { background: false });
    });
    afterAll(() => platform.events.close());

    /** Follows, has the role changed beside it as a server would, and presses Ctrl+C once that was told. */
    const followed = async (role: 'office' | 'manager', ...args: string[]) => {
      const listeners = process.listenerCount('SIGINT');
      const following = run('replay', '--user', USER, '--follow', ...args);
      // From here on it listens; what is recorded before is told as well.
      await eventually(() => expect(process.listenerCount('SIGINT')).toBe(listeners + 1));
      const store = new AggregateStore(
        platform.events,
        new DataKeys(platform.events, platform.secrets.masterKeys),
      );
      const context = { commandId: randomUUID(), at: '2026-03-02T08:00:00.000Z', actor: 'chef' };
      const changed = { type: 'RoleChanged' as const, data: { schoolId: 'school', role } };
      await store.transact(user, randomUUID(), { ...context, commandId: randomUUID() }, () =>
        records(changed),
      );
      await store.transact(user, USER, context, () => records(changed));
      const needle = { office: 'Role changed: ', manager: 'Rôle changé : Gérant' }[role];
      await eventually(() => expect(heard.said).toContain(needle));
      process.emit('SIGINT');
      return (await following).said;
    };

    it('tells what was, then what happens to this user and nobody else, until Ctrl+C', async () => {
      const told = await followed('office', '--lang', 'en');
      expect(told).toMatch(
        /User registered[^]*2 March 2026 \(Paris time\)\n {2}09:00\S* {2}Role changed: Office \(Complet\)\.\n +user chef · position \d+\n$/,
      );
      expect(told.match(/Role changed/g)).toHaveLength(1);
      for (const value of Object.values(personal)) expect(told).not.toContain(value);
    });

    it('gives a machine one line for each event, and nothing else', async () => {
      const lines = (await followed('manager', '--json', '--lang', 'fr')).trimEnd().split('\n');
      const events = lines.map((line) => JSON.parse(line) as { type: string; position: number });
      expect(events.map(({ type }) => type)).toEqual(['UserRegistered', 'RoleChanged', 'RoleChanged']);
      expect(events.map(({ position }) => position)).toEqual(
        events.map(({ position }) => position).toSorted((one, other) => one - other),
      );
    });
  });

  it('shows who it is for a case, and that somebody looked is in the record (GDP-09)', async () => {
    const asked = ['replay', '--user', USER, '--lang', 'fr', '--operator', 'anne', '--unlock', 'A-17'];
    expect((await run(...asked)).code).toBe(1);
    expect((await run(...asked, '--reason', 'plainte de Paul Durand')).said).toContain('nomme la personne');
    const shown = await run(...asked, '--reason', 'contrôle interne');
    for (const value of Object.values(personal)) expect(shown.said).toContain(value);
    const replay = await run('replay', '--user', USER, '--lang', 'fr');
    expect(replay.said).toContain('consultées par anne, dossier A-17 (contrôle interne)');
    for (const value of Object.values(personal)) expect(replay.said).not.toContain(value);
  });

  it('says what changed between two instants, whichever comes first', async () => {
    const [early, late] = ['2026-02-01T00:00:00Z', '2026-03-02T00:00:00Z'];
    const diff = await run('diff', '--user', USER, '--at', early, '--and', late, '--lang', 'fr');
    expect(diff.said).toContain('- Utilisateur : pas encore enregistré');
    expect(diff.said).toContain('+ Utilisateur : enregistré, actif');
    expect((await run('diff', '--user', USER, '--at', late, '--and', early, '--lang', 'fr')).said).toBe(
      diff.said,
    );
    const same = await run('diff', '--user', USER, '--at', late, '--and', late, '--lang', 'en');
    expect(same.said).toContain('Nothing changed.');
  });

  it('shows a whole school at an instant', async () => {
    const then = await run('state', '--school', 'school', '--at', '2026-03-02T00:00:00Z', '--lang', 'fr');
    expect(then.said).toMatch(new RegExp(`1 personne.*\n  ${USER}  Moniteur +actif +rien`, 's'));
    const before = await run('state', '--school', 'school', '--at', '2026-02-01T00:00:00Z', '--json');
    expect(JSON.parse(before.said)).toMatchObject({ users: [] });
    expect((await run('state')).code).toBe(1);
  });

  it('proves that one checkpoint continues another, and where an event stands (EVT-12)', async () => {
    const note = async (file: string) => {
      await run('sign');
      const { said: exported } = await run('export', '--all', '-o', scratch.file(`${file}.ndjson`));
      writeFileSync(scratch.file(file), exported.slice(exported.indexOf('trousseau.example/log/'), -1));
      return scratch.file(file);
    };
    const older = await note('older.note');
    await run(
      'replay',
      '--user',
      USER,
      '--operator',
      'anne',
      '--unlock',
      'A-18',
      '--reason',
      'second regard',
    );
    const newer = await note('newer.note');
    const consistent = await run('consistency', older, newer, '--json');
    expect(JSON.parse(consistent.said)).toMatchObject({ holds: true });
    expect((await run('consistency', newer, newer, '--lang', 'fr')).said).toBe(
      `Les deux points de contrôle sont le même : ${JSON.parse(consistent.said).to} places, rien à prouver.\n`,
    );
    expect((await run('consistency', newer, older)).code).toBe(1);
    const included = await run('inclusion', '--position', '2', '--checkpoint', newer, '--json');
    expect(JSON.parse(included.said)).toMatchObject({ holds: true, leaf: { position: 2, category: 'user' } });
    expect((await run('inclusion', '--position', '999', '--checkpoint', newer)).code).toBe(1);
  });

  it('prints all that a proof of inclusion is verified with elsewhere: leaf, hashes, checkpoint (EVT-12)', async () => {
    await run('sign');
    const { said } = await run('inclusion', '--position', '2', '--lang', 'fr');
    const [sentence, leaf, ...rest] = said.trimEnd().split('\n');
    const [hashes, note] = [rest.slice(0, rest.indexOf('')), rest.slice(rest.indexOf('') + 1)];
    const [, index] = /^L’événement est la feuille (\d+) \(comptée depuis 0\)/.exec(sentence!)!;
    const [origin, size, root, , signature] = note;
    const proof = hashes.map((hash) => Buffer.from(hash, 'base64'));
    expect(rootOf(sha256(0, Buffer.from(leaf!)), Number(index), Number(size), proof)).toBe(root);
    expect([origin, signature]).toEqual([expect.stringContaining('/log/'), expect.stringContaining('— ')]);
  });

  it('knows a person by their identifier too, as the portal does', async () => {
    const [byId, byIdentifier] = [
      await run('replay', '--user', USER, '--lang', 'fr'),
      await run('replay', '--user', 'Paul.Durand', '--lang', 'fr'),
    ];
    expect(byIdentifier.said).toBe(byId.said);
    expect(JSON.parse((await run('state', '--user', 'paul.durand', '--json')).said)).toMatchObject({
      user: USER,
    });
  });

  it.each([
    ['replay', ['--user', 'nobody']],
    ['state', ['--user', 'nobody']],
    ['diff', ['--user', 'nobody', '--at', '2026-03-01', '--and', '2026-03-02']],
    ['export', ['--user', 'nobody', '-o', scratch.file('nobody.ndjson')]],
    ['state', ['--school', 'nowhere']],
    ['export', ['--school', 'nowhere', '-o', scratch.file('nobody.ndjson')]],
  ])(
    '%s refuses who never was: of a slip of the pen the log would say that nothing happened',
    async (name, args) => {
      const [french, english] = [
        await run(name, ...args, '--lang', 'fr'),
        await run(name, ...args, '--lang', 'en'),
      ];
      expect(french).toMatchObject({
        code: 1,
        said: expect.stringMatching(/^(Personne|Aucune auto-école) ne porte ce numéro/),
      });
      expect(english).toMatchObject({
        code: 1,
        said: expect.stringMatching(/^(Nobody|No school) has this number/),
      });
      expect(existsSync(scratch.file('nobody.ndjson'))).toBe(false);
    },
  );

  it('refuses to follow for ever what ends at an instant', async () => {
    const refused = await run('replay', '--user', USER, '--follow', '--until', '2026-04-01', '--lang', 'fr');
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('ôtez --until') });
  });

  it('tells nothing of an instant that is still to come', async () => {
    const far = '2999-01-01T00:00';
    for (const asked of [
      ['state', '--user', USER, '--at', far],
      ['state', '--school', 'school', '--at', far],
      ['diff', '--user', USER, '--at', '2026-03-01', '--and', far],
    ])
      expect(await run(...asked, '--lang', 'fr')).toMatchObject({
        code: 1,
        said: expect.stringContaining('à venir'),
      });
    const backwards = await run('replay', '--user', USER, '--from', '2026-03-02', '--until', '2026-03-01');
    expect(backwards.code).toBe(1);
  });

  it('says which of its three files is not what it should be', async () => {
    const [export_, note] = [scratch.file('three.ndjson'), scratch.file('three.note')];
    await run('sign');
    await run('export', '--all', '-o', export_);
    writeFileSync(note, (await run('checkpoints', '--last')).said);
    const key = (await run('key')).said.trim();
    const rubbish = scratch.file('rubbish.txt');
    writeFileSync(rubbish, 'pas un point de contrôle');
    const other = 'log.example/other';
    const foreign = scratch.file('foreign.note');
    writeFileSync(foreign, readFileSync(note, 'utf8').replaceAll(/trousseau\.example\/log\/\w+/g, other));
    const verify = (file: string, given: string, checkpoint: string) =>
      run('verify-export', file, '--key', given, '--checkpoint', checkpoint, '--lang', 'fr');
    const none = scratch.file('none.ndjson.zst');
    expect((await verify(none, key, note)).said).toContain('Cet export est introuvable');
    expect((await verify(scratch.file('.'), key, note)).said).toContain('Cet export est introuvable');
    expect((await verify(export_, 'nonsense', note)).said).toContain('Ce n’est pas une clé de vérification');
    expect((await verify(export_, key, none)).said).toContain('introuvable ou illisible');
    expect((await verify(export_, key, rubbish)).said).toContain('aucun point de contrôle');
    expect((await verify(export_, key, foreign)).said).toContain('pas signé par cette clé');
    expect((await run('verify', '--checkpoint', rubbish, '--lang', 'fr')).said).toContain(
      'aucun point de contrôle',
    );
    expect((await run('inclusion', '--position', 'first', '--lang', 'en')).said).toContain('whole number');
  });

  it('leaves no file behind that it began in vain', async () => {
    const file = scratch.file('vain.ndjson');
    const foreign = scratch.file('vain.note');
    const signed = (await run('checkpoints', '--last')).said;
    writeFileSync(foreign, signed.replaceAll(/trousseau\.example\/log\/\w+/g, 'log.example/other'));
    const refused = await run('export', '--all', '-o', file, '--checkpoint', foreign, '--lang', 'fr');
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('pas signé par la clé') });
    expect(existsSync(file)).toBe(false);
  });

  it('asks for one scope, and writes no file without', async () => {
    const refused = await run('export', '-o', scratch.file('none.ndjson'));
    expect(refused.code).toBe(1);
    expect(existsSync(scratch.file('none.ndjson'))).toBe(false);
  });
});
