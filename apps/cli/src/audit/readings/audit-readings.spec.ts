import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually, scratchFolder } from '#event-store/testing';
import type { Reading } from '#journals';
import { listening, openInstallation, personal, runAudit } from '../installation.harness.js';

const scratch = scratchFolder();
const folder = scratch.file('data/readings');
let user = '';
let close = () => {};
beforeAll(async () => ({ userId: user, close } = await openInstallation(scratch.file('data'))));
afterAll(() => {
  close();
  scratch.remove();
});

let heard = { said: '' };
beforeEach(() => void (heard = listening()));
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});
const run = (...args: string[]) => runAudit(heard, ...args);

const readings = async (...args: string[]): Promise<readonly Reading[]> =>
  (JSON.parse((await run('readings', '--json', ...args)).said) as { readings: Reading[] }).readings;

const who = ['--operator', 'anne', '--reason', 'Contrôle interne 2026-11'];
const trace = { operator: 'anne', reason: 'Contrôle interne 2026-11', at: expect.any(String) };

describe('the journal of what was read at the command line (GDP-09)', () => {
  it('has a line of every reading: when, who, by which command, of whom and why', async () => {
    await run('sign');
    await run('replay', '--user', user, ...who);
    await run('state', '--user', personal.identifier, ...who);
    await run('state', '--school', 'school', ...who);
    await run('diff', '--user', user, '--at', '2026-03-01', '--and', '2026-03-02', ...who);
    for (const [index, scope] of [['--all'], ['--user', user], ['--school', 'school']].entries())
      await run('export', ...scope, '-o', scratch.file(`${index}.ndjson`), ...who);
    expect(await readings()).toEqual([
      { ...trace, command: 'replay', about: { user } },
      { ...trace, command: 'state', about: { user } },
      { ...trace, command: 'state', about: { school: 'school' } },
      { ...trace, command: 'diff', about: { user } },
      { ...trace, command: 'export', about: 'all' },
      { ...trace, command: 'export', about: { user } },
      { ...trace, command: 'export', about: { school: 'school' } },
    ]);
  });

  it('asks no reason of the programs that never gave one, and names the account they run under', async () => {
    const { SUDO_USER: _, ...env } = process.env;
    jest.replaceProperty(process, 'env', { ...env, USER: 'nightly' });
    expect((await run('state', '--user', user, '--json')).code).toBe(0);
    expect(await readings()).toMatchObject([{ operator: 'nightly', command: 'state', reason: null }]);
  });

  it('is for its owner alone, and says nothing of who was read about (AUD-04)', async () => {
    await run('replay', '--user', personal.identifier, ...who);
    const [name] = readdirSync(folder);
    const file = `${folder}/${name}`;
    expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
    for (const value of Object.values(personal)) expect(readFileSync(file, 'utf8')).not.toContain(value);
  });

  it.each([
    ['names them', 'plainte de Paul Durand', 'nomme la personne'],
    ['has two lines', 'dossier\n114', 'sur une seule ligne'],
    ['colours a terminal', 'dossier \u001b[31m114', 'sur une seule ligne'],
    ['turns the reading direction', 'dossier \u202e411', 'sur une seule ligne'],
    ['is no reason', '..', '3 à 200'],
    ['never ends', 'x'.repeat(201), '3 à 200'],
  ])('keeps no reason that %s, and shows nothing then', async (_, reason, why) => {
    for (const asked of [
      ['replay', '--user', user],
      ['state', '--user', user],
      ['diff', '--user', user, '--at', '2026-03-01', '--and', '2026-03-02'],
    ]) {
      const refused = await run(...asked, '--reason', reason, '--lang', 'fr');
      expect(refused).toEqual({ code: 1, said: expect.stringContaining(why) });
      expect(refused.said).not.toContain(user);
    }
    expect(await readings()).toEqual([]);
  });

  it('keeps no operator that is none', async () => {
    expect(await run('state', '--user', user, '--operator', 'a b', '--lang', 'en')).toMatchObject({
      code: 1,
      said: expect.stringContaining('name of an operator'),
    });
    expect(await readings()).toEqual([]);
  });

  it('must be written to before anything is shown, or put into a file', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    const file = scratch.file('unseen.ndjson');
    for (const asked of [
      ['replay', '--user', user],
      ['replay', '--user', user, '--follow'],
      ['replay', '--user', user, '--operator', 'anne', '--unlock', 'A-1', '--reason', 'dossier 114'],
      ['state', '--user', user],
      ['state', '--school', 'school'],
      ['diff', '--user', user, '--at', '2026-03-01', '--and', '2026-03-02'],
      ['export', '--all', '-o', file],
    ]) {
      const refused = await run(...asked, '--lang', 'fr');
      expect(refused).toEqual({ code: 1, said: expect.stringContaining('rien n’est montré') });
      expect(refused.said.trim().split('\n')).toHaveLength(1);
    }
    expect(existsSync(file)).toBe(false);
    rmSync(folder);
    expect((await run('replay', '--user', user, '--lang', 'fr')).said).not.toContain('dossier A-1');
  });

  it('has one line of somebody who follows, and of one who sees who it is', async () => {
    const listeners = process.listenerCount('SIGINT');
    const following = run('replay', '--user', user, '--follow', ...who);
    await eventually(() => expect(process.listenerCount('SIGINT')).toBe(listeners + 1));
    process.emit('SIGINT');
    await following;
    await run('replay', '--user', user, '--unlock', 'A-17', ...who);
    expect(await readings()).toHaveLength(2);
  });

  it('has no line of what was refused, nor of a look at itself', async () => {
    await run('replay', '--user', 'nobody', ...who);
    await run('state', '--user', user, '--at', '2999-01-01', ...who);
    await run('replay', '--user', user, '--unlock', 'x'.repeat(65), ...who);
    writeFileSync(scratch.file('there.ndjson'), '');
    await run('export', '--all', '-o', scratch.file('there.ndjson'), ...who);
    await run('readings');
    expect(await readings()).toEqual([]);
  });

  it('is told to a person day by day, in French and English', async () => {
    expect((await run('readings', '--lang', 'fr')).said).toBe('Aucune lecture.\n');
    await run('replay', '--user', user, ...who);
    await run('state', '--school', 'school', '--operator', 'bruno');
    const french = await run('readings', '--lang', 'fr');
    expect(french.said).toMatch(
      new RegExp(
        String.raw`^\S+ \d+\S* \S+ \d{4} \(heure de Paris\)\n  \d\d:\d\d:\d\d  audit replay · utilisateur ${user}\n {12}anne · Contrôle interne 2026-11\n(.*\n)?  \d\d:\d\d:\d\d  audit state · auto-école school\n {12}bruno · sans motif\n$`,
      ),
    );
    const english = await run('readings', '--lang', 'en');
    expect(english.said).toContain(`audit replay · user ${user}`);
    expect(english.said).toContain('bruno · no reason given');
  });

  it('is told of a period, which begins before it ends', async () => {
    await run('replay', '--user', user, ...who);
    expect(await readings('--until', '2000-01-01')).toEqual([]);
    expect(await readings('--from', '2000-01-01')).toHaveLength(1);
    expect((await run('readings', '--from', '2026-03-02', '--until', '2026-03-01')).code).toBe(1);
  });

  it('says which of its lines is none, rather than tell without it', async () => {
    await run('replay', '--user', user, ...who);
    const [name] = readdirSync(folder);
    appendFileSync(`${folder}/${name}`, '{"at":"hier"}\n');
    const refused = await run('readings', '--lang', 'fr');
    expect(refused).toEqual({ code: 1, said: expect.stringContaining(`${name}:2`) });
  });
});
