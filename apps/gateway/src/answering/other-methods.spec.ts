import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Visitor } from '../pages/testing/visitor.js';
import { problems, problemType } from '../problem/problems.js';
import { type RunningGateway, startGateway, tokenOf } from '../testing/index.js';

let gateway: RunningGateway;
beforeAll(async () => void (gateway = await startGateway()));
afterAll(() => gateway.stop());

describe('a method that an address does not take', () => {
  it.each([
    ['PATCH', '/api/v1/session', 'DELETE, GET, HEAD'],
    ['GET', '/api/v1/sessions', 'POST'],
    ['DELETE', '/api/v1/users/moniteur', 'GET, HEAD'],
    ['OPTIONS', '/api/v1/users/moniteur/deactivation', 'DELETE, POST'],
  ])('is answered by the API with the ones it takes: %s %s', async (method, url, allow) => {
    const before = await gateway.platform.events.head();
    const answer = await gateway.ask({ method, url, headers: { 'accept-language': 'en' } });
    expect([answer.status, answer.headers['allow']]).toEqual([405, allow]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toEqual({
      type: problemType('method-not-allowed'),
      title: problems['method-not-allowed'].en,
      status: 405,
    });
    expect(await gateway.platform.events.head()).toBe(before);
  });

  it('is refused whatever comes with it: nobody reads the body', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await gateway.ask({ method: 'PUT', url: '/api/v1/sessions', headers, body: '{' });
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST']);
  });

  it('is answered by a page in the reader’s language', async () => {
    const url = '/parametres/utilisateurs/moniteur/desactiver';
    const french = await new Visitor(gateway).open(url);
    expect([french.status, french.headers['allow']]).toEqual([405, 'POST']);
    expect(french.text).toContain('Cette page ne s’ouvre pas ainsi');
    expect(french.text).toContain('href="/accueil"');
    expect((await new Visitor(gateway, 'en').open(url)).text).toContain('This page does not open like that');
  });

  it('hides no address that has a parameter behind one that has none', () => {
    const routes = gateway.routes.map((route) => route.split(' ') as [string, string]);
    expect(routes.length).toBeGreaterThan(60);
    const hidden = routes.flatMap(([method, url]) => {
      const pattern = new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+')}$`);
      const also = routes.filter(([, other]) => other !== url && !other.includes(':') && pattern.test(other));
      return also.filter(([, other]) => !routes.some(([m, u]) => m === method && u === other));
    });
    expect(hidden).toEqual([]);
  });

  it('is not one of those that an address takes', async () => {
    const headers = { authorization: `Bearer ${await tokenOf(gateway, 'gerante')}` };
    for (const route of gateway.routes) {
      const [method, url] = route.split(' ') as [string, string];
      const answer = await gateway.ask({ method, url: url.replaceAll(/:\w+/g, 'moniteur'), headers });
      expect([route, answer.status === 405]).toEqual([route, false]);
    }
  });
});
