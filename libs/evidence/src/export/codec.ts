import { PassThrough, Transform, type Duplex } from 'node:stream';

/** Bytes that are packed together: each such frame can be opened without the others. */
const FRAME = 1024 * 1024;

/** Packs a stream as Zstandard frames, one after the other. */
const zstdCompressor = async (): Promise<Duplex> => {
  const { Zstd } = await import('@hpcc-js/wasm-zstd');
  const zstd = await Zstd.load();
  let waiting: Buffer[] = [];
  let size = 0;
  const pack = (): Uint8Array => {
    const frame = zstd.compress(Buffer.concat(waiting));
    [waiting, size] = [[], 0];
    return frame;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      waiting.push(chunk);
      size += chunk.length;
      done(null, size < FRAME ? undefined : pack());
    },
    flush(done) {
      done(null, size === 0 ? undefined : pack());
    },
  });
};

/** How a file is packed, by its name: `.zst`, or not at all. */
export const compressorFor = async (file: string): Promise<Duplex> =>
  file.endsWith('.zst') ? zstdCompressor() : new PassThrough();
