import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file of the pages as it is served. */
export type Asset = Readonly<{ url: string; type: string; plain: Buffer; brotli: Buffer }>;

/** The file under an address that names its content, `/assets/trousseau.3f2a91c04d1e.css`: it can be kept for ever. */
const fingerprinted = (file: string): Asset => {
  const plain = readFileSync(new URL(file, import.meta.url));
  const extension = extname(file);
  const fingerprint = createHash('sha256').update(plain).digest('hex').slice(0, 12);
  return {
    url: `/assets/${file.slice(0, -extension.length)}.${fingerprint}${extension}`,
    type: types[extension] ?? 'application/octet-stream',
    plain,
    brotli: brotliCompressSync(plain),
  };
};

/** The files every page loads, and nothing from anywhere else. */
export class Assets {
  readonly css = fingerprinted('trousseau.css');
  readonly js = fingerprinted('trousseau.js');
  readonly passkey = fingerprinted('passkey.js');
  readonly icon = fingerprinted('icon.svg');
  private readonly byUrl = new Map(
    [this.css, this.js, this.passkey, this.icon].map((asset) => [asset.url, asset]),
  );

  /** The file at this address, if it is one of ours in its present form. */
  find(url: string): Asset | undefined {
    return this.byUrl.get(url);
  }
}
