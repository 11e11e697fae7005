import { randomBytes } from 'node:crypto';
import { keyFile, replaceKeyFile } from './key-file.js';

const newKey = () => randomBytes(32).toString('base64url');

/**
 * The keys of a file that holds one a line, at most two: the first is used, each opens. A new one is added below, put on top
 * once every process knows it, and the old one taken out at last. Throws on a damaged file.
 */
export const keysInLines = async (folder: string, name: string): Promise<readonly Buffer[]> => {
  const text = await keyFile(folder, name, newKey);
  const keys = text
    .split(/\s+/)
    .filter(Boolean)
    .map((line) => Buffer.from(line, 'base64url'));
  if (keys.length < 1 || keys.length > 2 || keys.some((key) => key.length !== 32)) {
    throw new Error(`${name} does not hold one or two keys of 32 bytes, one a line`);
  }
  return keys;
};

/** Writes the file anew: it appears whole, or stays as it was. */
export const writeKeysInLines = async (
  folder: string,
  name: string,
  keys: readonly Buffer[],
): Promise<void> => {
  const lines = keys.map((key) => `${key.toString('base64url')}\n`);
  await replaceKeyFile(folder, name, lines.join(''));
};
