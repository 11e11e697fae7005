import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { keys } from './keys.js';

type Listed = Readonly<{ keys: readonly Readonly<{ kid: string; standing: string }>[] }>;

describe('the keys that sign tokens, from the command line', () => {
  const written: string[] = [];
  const [secrets, exitCode] = [process.env['TROUSSEAU_SECRETS'], process.exitCode];
  beforeEach(async () => {
    written.length = 0;
    process.env['TROUSSEAU_SECRETS'] = await mkdtemp(join(tmpdir(), 'trousseau-keys-'));
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = exitCode;
    if (secrets === undefined) delete process.env['TROUSSEAU_SECRETS'];
    else process.env['TROUSSEAU_SECRETS'] = secrets;
  });

  const run = async <Said>(...words: string[]): Promise<Said> => {
    written.length = 0;
    await keys().parseAsync(['node', 'keys', ...words, '--json']);
    return JSON.parse(written.join('')) as Said;
  };
  const standings = async () => (await run<Listed>('list')).keys.map(({ standing }) => standing);

  it('are one, then two while they change, and no third meanwhile (SES-14)', async () => {
    expect(await standings()).toEqual(['signs']);
    const { kid } = await run<{ kid: string }>('rotate');
    expect((await run<Listed>('list')).keys[1]).toMatchObject({ kid, standing: 'announced' });
    expect(await standings()).toEqual(['signs', 'announced']);
    expect(await run('rotate')).toMatchObject({ error: 'keys-changing' });
    expect(process.exitCode).toBe(1);
    expect(await standings()).toEqual(['signs', 'announced']);
  });

  it('are made with all the other key files of an installation, and never made anew (EVT-13)', async () => {
    const { files } = await run<{ files: string[] }>('make');
    expect(files).toEqual(expect.arrayContaining(['master.key', 'notary.jwk', 'sealing.jwk', 'tokens.jwks']));
    const [before] = (await run<Listed>('list')).keys;
    expect(await run('make')).toEqual({ files });
    expect((await run<Listed>('list')).keys).toEqual([before]);
  });

  it('are replaced at once after a leak, also in the middle of a change', async () => {
    await run('rotate');
    const { kid } = await run<{ kid: string }>('rotate', '--compromised');
    expect((await run<Listed>('list')).keys).toEqual([expect.objectContaining({ kid, standing: 'signs' })]);
  });
});
