import { createHash } from 'node:crypto';
import { endLine } from './export-lines.js';

/** The lines and after them the end, which counts and digests them. */
export async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const digest = createHash('sha256');
  let count = 0;
  for await (const line of lines) {
    digest.update(line);
    count += 1;
    yield line;
  }
  yield endLine(count, digest.digest('hex'));
}
