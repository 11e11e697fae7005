import { deflateSync, gzipSync } from 'node:zlib';
import { Zstd } from '@hpcc-js/wasm-zstd';
import { describe, expect, it } from '@jest/globals';
import { tracesIn } from './traces.js';

const secret = 'Zoé Quervalec-42';
const around = (middle: Buffer | string, before = 'ab', after = 'cd') =>
  Buffer.concat([Buffer.from(before), Buffer.from(middle), Buffer.from(after)]);
const base64After = (before: string) => Buffer.from(`${before}${secret}tail`).toString('base64');

const hidden: readonly (readonly [string, Buffer])[] = [
  ['raw', around(secret)],
  ['capitals', around(secret.toUpperCase())],
  ['without accents', around('zoe quervalec-42')],
  ['UTF-16', around(Buffer.from(secret, 'utf16le'))],
  ['UTF-16 big-endian', around(Buffer.from(secret, 'utf16le').swap16())],
  ['hex', around(Buffer.from(secret).toString('hex').toUpperCase())],
  ['a URL', around(encodeURIComponent(secret))],
  ['a form', around('Zo%C3%A9+Quervalec-42')],
  ['escaped JSON', around('Zo\\u00e9 Quervalec-42')],
  ...['', 'x', 'xy'].map((before) => [`base64 after "${before}"`, around(base64After(before))] as const),
  ['base64url', around(base64After('??>').replaceAll('+', '-').replaceAll('/', '_'))],
  ...['', '\n', 'what follows', '\x1f\x8b'].flatMap((tail) => {
    const json = `{"name":"${secret}"}`;
    const name = Buffer.from('name.json\0');
    const gzip = gzipSync(json);
    const named = Buffer.concat([
      gzip.subarray(0, 3),
      Buffer.of(8),
      gzip.subarray(4, 10),
      name,
      gzip.subarray(10),
    ]);
    return [
      [`gzip before ${JSON.stringify(tail)}`, around(gzip, 'before', tail)],
      [`gzip with a name before ${JSON.stringify(tail)}`, around(named, 'before', tail)],
      ...[1, 6, 9].map((level) => [
        `zlib ${level} before ${JSON.stringify(tail)}`,
        around(deflateSync(json, { level }), 'x', tail),
      ]),
    ] as [string, Buffer][];
  }),
  ['gzip that was cut', around(gzipSync(`{"name":"${secret}"}`).subarray(0, -8), 'before', '')],
];

describe('the search for traces', () => {
  it.each(hidden)('finds a secret in %s', (_, bytes) => {
    expect(tracesIn(bytes, { secret })).not.toEqual([]);
  });

  it('finds a secret in Zstandard', async () => {
    const packed = (await Zstd.load()).compress(Buffer.from(`{"name":"${secret}"}`));
    for (const tail of ['', '\n', 'what follows'])
      expect(tracesIn(around(Buffer.from(packed), 'before', tail), { secret })).not.toEqual([]);
  });

  it('finds nothing where nothing is', () => {
    expect(tracesIn(around('Zoé Quervalet-42'), { secret })).toEqual([]);
  });
});
