import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLog } from '#platform';
import { ProbeController, type RunningGateway, startGateway } from '../testing/index.js';
import { problems, problemType } from './problems.js';

let gateway: RunningGateway;
const written: string[] = [];
beforeAll(async () => {
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, next) => {
      written.push(chunk.toString());
      next();
    },
  });
  gateway = await startGateway({ log: openLog('debug', destination) }, [ProbeController]);
});
afterAll(() => gateway.stop());

describe('the last resort', () => {
  it('answers what nobody foresaw with 500, tells nothing of it and logs all of it (AUD-05)', async () => {
    const answer = await gateway.ask({ url: '/probe/broken' });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('hunter2');
    expect(answer.headers['content-type']).toContain('text/html');
    expect(written.join('')).toContain('hunter2');
  });

  it('names the line of the log in problem+json', async () => {
    gateway.standIn.before = () => {
      throw new Error('a detail nobody may read');
    };
    const json = { identifier: 'gerante', key: 'x' };
    const answer = await gateway.ask({ method: 'POST', url: '/api/v1/sessions', json });
    gateway.standIn.before = () => undefined;
    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const { instance, ...rest } = answer.json<{ instance: string }>();
    expect(rest).toEqual({
      type: 'urn:trousseau:problem:unexpected',
      title: problems.unexpected.fr,
      status: 500,
    });
    expect(written.join('')).toContain(instance.slice('urn:uuid:'.length));
  });

  it.each([
    ['an address that leads nowhere', { url: '/api/v1/nowhere' }, 'not-found'],
    ['an address that cannot be decoded', { url: '/api/v1/users/%ff' }, 'not-readable'],
    ['a method that is not there', { method: 'PATCH', url: '/api/v1/session' }, 'method-not-allowed'],
    ['a method that is nowhere', { method: 'PROPFIND', url: '/api/v1/session' }, 'not-found'],
    ['a parameter without end', { url: `/api/v1/users/${'x'.repeat(1200)}` }, 'not-found'],
  ] as const)('answers %s under /api with problem+json', async (_name, asked, code) => {
    const answer = await gateway.ask(asked);
    expect(answer.status).toBe(problems[code].status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({ type: problemType(code) });
  });

  it('leads nowhere: what was made has an address, a refusal has none', async () => {
    const json = { identifier: 'gerante', key: 'not this one' };
    const refused = await gateway.ask({ method: 'POST', url: '/api/v1/sessions', json });
    expect([refused.status, refused.headers.location]).toEqual([401, undefined]);
  });

  it('answers a page elsewhere', async () => {
    const answer = await gateway.ask({ url: '/nowhere' });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it('answers a sentence where not even a page can be made', async () => {
    const answer = await gateway.ask({ url: '/lien/%ff' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('n’est pas lisible');
  });
});

describe('the list of problems', () => {
  it('has a text in both languages and a status of its kind for each', () => {
    for (const [code, { status, fr, en }] of Object.entries(problems)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(504);
      expect(fr.length).toBeGreaterThan(10);
      expect(en.length).toBeGreaterThan(10);
      expect(fr).not.toBe(en);
    }
  });
});
