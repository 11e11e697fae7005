import { open, rm } from 'node:fs/promises';
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

/** Writes an export to a new file for its owner alone, compressed as its name says. Rejects when the file exists; one that was begun in vain is gone again. */
export const writeExport = async (lines: AsyncIterable<string>, file: string): Promise<void> => {
  const output = await open(file, 'wx', 0o600);
  try {
    await pipeline(Readable.from(chunked(lines)), await compressorFor(file), output.createWriteStream());
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
};
