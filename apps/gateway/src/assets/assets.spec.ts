import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../testing/index.js';
import { Assets } from './assets.js';

describe('the files of the pages', () => {
  let gateway: RunningGateway;
  const assets = new Assets();
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  it('weigh less than 30 KB together, style and script', () => {
    expect(assets.css.plain.length + assets.js.plain.length).toBeLessThan(30_000);
  });

  it('are named by their content and kept for ever', async () => {
    const { status, headers } = await gateway.ask({ url: assets.css.url });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('text/css; charset=utf-8');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('are not found under the name of a past content', async () => {
    expect((await gateway.ask({ url: '/assets/trousseau.000000000000.css' })).status).toBe(404);
    expect((await gateway.ask({ url: '/assets/..%2f..%2fpackage.json' })).status).toBe(404);
  });

  it('are the ones the pages name, and nothing comes from elsewhere (EML-05, WEB-03)', async () => {
    const { text } = await gateway.ask({ url: '/connexion' });
    expect(text).toContain(assets.css.url);
    expect(text).toContain(assets.js.url);
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('keep nothing in the browser: no script of ours knows its stores (SES-15)', () => {
    for (const { plain } of [assets.js, assets.passkey])
      expect(plain.toString()).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|caches\b/);
  });

  it('keep their promise when they come compressed', () => {
    expect(brotliDecompressSync(assets.js.brotli).equals(assets.js.plain)).toBe(true);
  });
});
