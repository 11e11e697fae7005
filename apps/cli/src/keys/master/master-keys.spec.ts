import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openEventStore } from '#platform';
import { openSecrets } from '#secrets';
import { readSettings } from '#settings';
import { DataKeys } from '#vault';
import { keys } from '../keys.js';

type Listed = Readonly<{ keys: readonly Readonly<{ id: string; standing: string; dataKeys: number }>[] }>;

describe('the change of the master key, from the command line', () => {
  const written: string[] = [];
  const [data, exitCode] = [process.env['TROUSSEAU_DATA'], process.exitCode];
  beforeEach(async () => {
    process.env['TROUSSEAU_DATA'] = await mkdtemp(join(tmpdir(), 'trousseau-master-'));
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = exitCode;
    if (data === undefined) delete process.env['TROUSSEAU_DATA'];
    else process.env['TROUSSEAU_DATA'] = data;
  });

  const run = async <Said>(...words: string[]): Promise<Said> => {
    written.length = 0;
    await keys().parseAsync(['node', 'keys', 'master', ...words, '--json']);
    return JSON.parse(written.join('')) as Said;
  };
  const list = async () =>
    (await run<Listed>('list')).keys.map(({ standing, dataKeys }) => `${standing} ${dataKeys}`);

  /** As a process that starts now sees it. */
  const asAService = async <Result>(task: (dataKeys: DataKeys) => Promise<Result>): Promise<Result> => {
    const settings = readSettings(process.env);
    const store = await openEventStore(settings);
    try {
      return await task(new DataKeys(store, (await openSecrets(settings.secretsFolder)).masterKeys));
    } finally {
      await store.close();
    }
  };

  it('goes step by step, loses nothing, and refuses each step before its turn (EVT-04, EVT-13)', async () => {
    const names = ['subject-1', 'subject-2', 'generation-1-1'];
    const envelopes = await asAService((dataKeys) =>
      Promise.all(names.map((name) => dataKeys.encrypt(name, `what ${name} holds`, name))),
    );
    const opened = () =>
      asAService((dataKeys) =>
        Promise.all(names.map((name, index) => dataKeys.decrypt(name, envelopes[index]!, name))),
      );
    const held = names.map((name) => `what ${name} holds`);
    expect(await list()).toEqual(['wraps 3']);
    for (const early of ['use', 'drop'])
      expect(await run(early)).toMatchObject({ error: 'master-key-alone' });

    await run('add');
    expect(await run('add')).toMatchObject({ error: 'master-key-changing' });
    expect(await list()).toEqual(['wraps 3', 'opens 0']);
    await run('use');
    expect(await list()).toEqual(['wraps 0', 'opens 3']);
    expect(await opened()).toEqual(held);
    expect(await run('drop')).toMatchObject({ error: 'master-key-in-use' });

    await asAService((dataKeys) => dataKeys.destroy('subject-2'));
    expect(await run('rewrap')).toEqual({ rewrapped: 2, dataKeys: 2 });
    expect(await run('rewrap')).toEqual({ rewrapped: 0, dataKeys: 2 });
    await run('drop');
    expect(await list()).toEqual(['wraps 2']);
    expect(await opened()).toEqual([held[0], null, held[2]]);
  });
});
