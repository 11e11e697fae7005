import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ensureBuilt } from '../../tools/build.js';

const root = new URL('../../', import.meta.url);

/** The packages that are loaded once a built module is. */
const loadedBy = async (module: string): Promise<string> => {
  const script = `
    import { createRequire } from 'node:module';
    await import(${JSON.stringify(new URL(module, root).href)});
    console.log(Object.keys(createRequire(import.meta.url).cache).join('\\n'));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
};

describe('one process alone', () => {
  it('loads nothing of Kafka', async () => {
    ensureBuilt({ quiet: true });
    expect(await loadedBy('dist/apps/standalone/src/standalone.js')).not.toContain('kafkajs');
    expect(await loadedBy('dist/libs/kafka/src/index.js')).toContain('kafkajs');
  }, 60_000);
});
