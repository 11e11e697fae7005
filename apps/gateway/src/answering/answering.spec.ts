import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLog } from '#platform';
import { readSettings } from '#settings';
import { type RunningGateway, startGateway, tokenOf } from '../testing/index.js';

const lines: string[] = [];
const destination = new Writable({
  write: (chunk: Buffer, _encoding, next) => {
    lines.push(...chunk.toString().split('\n').filter(Boolean));
    next();
  },
});

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({ log: openLog('debug', destination) });
});
afterAll(() => gateway.stop());

type Line = Record<string, string>;
const inLog = (route: string) =>
  lines.map((line) => JSON.parse(line) as Line).filter((line) => line['route'] === route);

describe('every answer', () => {
  it.each([
    '/connexion',
    '/nowhere',
    '/api/v1/session',
    '/api/openapi.json',
    '/healthz',
    '/api/v1/users/%ff',
  ])('is not stored and not sniffed: %s (WEB-03, WEB-04)', async (url) => {
    const { headers } = await gateway.ask({ url });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('forbids pages everything inline and foreign (WEB-03)', async () => {
    const { headers } = await gateway.ask({ url: '/nowhere' });
    const policy = headers['content-security-policy'] as string;
    for (const directive of [
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "script-src 'self'",
    ]) {
      expect(policy).toContain(directive);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['referrer-policy']).toBe('same-origin');
  });

  it('says nothing of what it runs on', async () => {
    const { headers } = await gateway.ask({ url: '/api/v1/session' });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
  });
});

describe('what is sent', () => {
  const json = { identifier: 'gerante', key: 'x' };

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('must be JSON for the API, not "%s"', async (type) => {
    const headers = { 'content-type': type };
    const answer = await gateway.ask({
      method: 'POST',
      url: '/api/v1/sessions',
      body: JSON.stringify(json),
      headers,
    });
    expect(answer.status).toBe(415);
    expect(answer.json()).toMatchObject({ type: 'urn:trousseau:problem:not-json' });
  });

  it.each(['text/plain', 'application/json'])(
    'is not asked of what brings nothing: a read as "%s"',
    async (type) => {
      const headers = { 'content-type': type };
      expect(await gateway.ask({ url: '/api/openapi.json', headers })).toMatchObject({ status: 200 });
      expect(await gateway.ask({ url: '/connexion', headers })).toMatchObject({ status: 200 });
    },
  );

  it('may be nothing at all where nothing is needed, though a program calls it JSON', async () => {
    const authorization = `Bearer ${await tokenOf(gateway, 'gerante')}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const ended = await gateway.ask({ method: 'DELETE', url: '/api/v1/session', headers });
    expect([ended.status, ended.text]).toEqual([204, '']);
    const renewal = await gateway.ask({ method: 'POST', url: '/api/v1/key-renewals', headers });
    expect(renewal.json()).toMatchObject({ type: 'urn:trousseau:problem:request-not-valid' });
  });

  it('must be UTF-8: what it stands for would otherwise be anybody’s guess, a key above all', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = Buffer.from(JSON.stringify({ ...json, key: 'clé' }), 'latin1');
    const answer = await gateway.ask({ method: 'POST', url: '/api/v1/sessions', body, headers });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ type: 'urn:trousseau:problem:not-readable' });
  });

  it('must be a form for the pages', async () => {
    const answer = await gateway.ask({ method: 'POST', url: '/connexion', json });
    expect(answer.status).toBe(415);
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it.each([8 * 1024 + 1, 10 * 1024 * 1024])(
    'may not be longer than 8 KiB: %d bytes (LOG-08)',
    async (bytes) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ identifier: 'gerante', key: '' }).padEnd(bytes, ' ');
      const answer = await gateway.ask({ method: 'POST', url: '/api/v1/sessions', body, headers });
      expect(answer.status).toBe(413);
      expect(answer.json()).toMatchObject({ type: 'urn:trousseau:problem:body-too-large' });
    },
  );
});

describe('the log', () => {
  it('holds a line for every attempt to change something, without what was typed (EVT-01, AUD-02)', async () => {
    const identifier = 'quelqu-un-qui-tape-sa-cle-ici';
    const asked = { method: 'POST', url: '/api/v1/sessions', json: { identifier, key: 'secret-de-test' } };
    await gateway.ask(asked);
    const line = inLog('/api/v1/sessions').at(-1)!;
    expect(line).toMatchObject({ method: 'POST', status: 401 });
    expect(line['requestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(line['time']).toMatch(/Z$/);
    expect(lines.join('\n')).not.toMatch(/secret-de-test|quelqu-un/);
  });

  it('says from which network a refused attempt came, never the whole address (AUD-03, LOG-05)', async () => {
    await gateway.ask({ method: 'POST', url: '/api/v1/sessions', json: { identifier: 'x', key: 'y' } });
    expect(inLog('/api/v1/sessions').at(-1)).toMatchObject({ status: 401, network: '127.0.0.0/24' });
    expect(lines.join('\n')).not.toContain('127.0.0.1');
  });

  it('names routes, not addresses: a link is a secret, a search is somebody’s name (EML-08)', async () => {
    const token = await tokenOf(gateway, 'gerante');
    const headers = { authorization: `Bearer ${token}` };
    await gateway.ask({ url: '/api/v1/users?q=Morvan', headers });
    await gateway.ask({ url: '/lien/a-secret-value' });
    await gateway.ask({ url: '/nowhere/a-secret-value' });
    expect(inLog('/api/v1/users')).toHaveLength(1);
    expect(inLog('/api/v1/users')[0]).toMatchObject({ userId: 'gerante' });
    expect(lines.join('\n')).not.toMatch(/Morvan|a-secret-value/);
    expect(lines.join('\n')).not.toContain(token);
  });
});

describe('where a request comes from (LOG-05)', () => {
  const networksSeenBy = async (trusted: string) => {
    const settings = readSettings({ TROUSSEAU_TRUSTED_PROXIES: trusted });
    const behind = await startGateway({ settings });
    const seen: string[] = [];
    const { ask } = behind.platform.bus;
    behind.platform.bus.ask = (request, payload) => {
      seen.push((payload as { network?: string }).network ?? '');
      return ask.call(behind.platform.bus, request, payload) as never;
    };
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const json = { identifier: 'a', email: 'a@b.example' };
    await behind.ask({ method: 'POST', url: '/api/v1/key-renewals', json, headers });
    await behind.stop();
    return seen;
  };

  it('is told by the connection: anybody can write a header', async () => {
    expect(await networksSeenBy('')).toEqual(['127.0.0.0/24']);
  });

  it('is told by a configured proxy, and by no other', async () => {
    expect(await networksSeenBy('127.0.0.1')).toEqual(['203.0.113.0/24']);
    expect(await networksSeenBy('10.0.0.0/8')).toEqual(['127.0.0.0/24']);
  });
});
