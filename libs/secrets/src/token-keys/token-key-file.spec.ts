import { mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TokenKeyFile } from '#secrets';

const emptyFolder = () => mkdtemp(join(tmpdir(), 'trousseau-tokens-'));
const AT = '2026-11-22T08:00:00.000Z';

describe('the file of the keys that sign tokens', () => {
  it('is made with one key that signs from the first, readable by its owner alone (EVT-13)', async () => {
    const folder = await emptyFolder();
    const [key, ...others] = await (await TokenKeyFile.open(folder)).keys();
    expect(others).toEqual([]);
    expect(key).toMatchObject({ signsFrom: '1970-01-01T00:00:00.000Z' });
    expect(key?.publicJwk).not.toHaveProperty('d');
    expect((await stat(join(folder, 'tokens.jwks'))).mode & 0o777).toBe(0o600);
  });

  it('lets a running process see a change of keys that another one made (SES-14)', async () => {
    const folder = await emptyFolder();
    const running = await TokenKeyFile.open(folder);
    const [old] = await running.keys();
    const rotated = await (await TokenKeyFile.open(folder)).rotate(AT);
    if (rotated.outcome === 'refused') throw new Error('refused');
    expect((await running.keys()).map(({ kid }) => kid)).toEqual([old?.kid, rotated.key.kid]);
    expect((await stat(join(folder, 'tokens.jwks'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['tokens.jwks']);
  });

  it('holds two keys at most, and lets go of the old one at the change after', async () => {
    const file = await TokenKeyFile.open(await emptyFolder());
    await file.rotate(AT);
    expect(await file.rotate('2026-11-22T08:20:00.000Z')).toEqual({ outcome: 'refused' });
    const [, second] = await file.keys();
    await file.rotate('2026-11-22T08:25:00.000Z');
    const kids = (await file.keys()).map(({ kid }) => kid);
    expect(kids).toEqual([second?.kid, kids[1]]);
    expect(kids).toHaveLength(2);
  });

  it('holds nothing but the new key after a leak', async () => {
    const file = await TokenKeyFile.open(await emptyFolder());
    await file.rotate(AT);
    const { kid } = await file.replace(AT);
    expect((await file.keys()).map((key) => key.kid)).toEqual([kid]);
  });

  it.each(['{"keys":[]}', '{"keys":[{"kty":"OKP","crv":"X25519","x":"AA","d":"AA","kid":"a"}]}', '{}', 'x'])(
    'is refused when it is damaged, and left as it is: %s',
    async (content) => {
      const folder = await emptyFolder();
      await writeFile(join(folder, 'tokens.jwks'), content);
      await expect(TokenKeyFile.open(folder)).rejects.toThrow();
      expect(await readFile(join(folder, 'tokens.jwks'), 'utf8')).toBe(content);
    },
  );
});
