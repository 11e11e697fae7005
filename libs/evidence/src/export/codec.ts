import type { Duplex } from 'node:stream';
import { PassThrough } from 'node:stream';
import * as zlib from 'node:zlib';

/** The runtime cannot compress as the name of the file asks. */
export class CodecUnavailable extends Error {
  override readonly name = 'CodecUnavailable';
}

type ZstdZlib = { createZstdCompress?: () => Duplex };

/** How a file is compressed, by its name: `.gz`, `.zst`, or not at all. Throws CodecUnavailable. */
export const compressorFor = (file: string): Duplex => {
  if (file.endsWith('.gz')) return zlib.createGzip();
  if (!file.endsWith('.zst')) return new PassThrough();
  const { createZstdCompress } = zlib as ZstdZlib;
  if (createZstdCompress === undefined)
    throw new CodecUnavailable('this version of Node writes no .zst; use .gz');
  return createZstdCompress();
};
