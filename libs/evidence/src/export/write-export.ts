import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { compressorFor } from './codec.js';

const CHUNK = 64 * 1024;

/** Joins lines to chunks: a stream of a million small pieces is slow. */
async function* chunked(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** Writes an export to a new file for its owner alone, compressed as its name says. Rejects when the file exists. */
export const writeExport = async (lines: AsyncIterable<string>, file: string): Promise<void> =>
  pipeline(
    Readable.from(chunked(lines)),
    await compressorFor(file),
    createWriteStream(file, { flags: 'wx', mode: 0o600 }),
  );
