import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ServiceUnavailable } from '#service-bus';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('what cannot be done', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());
  afterEach(() => void (gateway.standIn.before = () => undefined));

  it('is a page in the reader’s language, with a way on', async () => {
    const french = await new Visitor(gateway).open('/nulle-part');
    expect(french.status).toBe(404);
    expect(french.text).toContain('Cette page n’existe pas');
    expect(french.text).toContain('href="/accueil"');
    expect((await new Visitor(gateway, 'en').open('/nowhere')).text).toContain('This page does not exist');
  });

  it('says when to come back if a service does not answer, and lets nobody in (EVT-11)', async () => {
    const visitor = await new Visitor(gateway).signIn('gerante');
    gateway.standIn.before = () => {
      throw new ServiceUnavailable();
    };
    const { status, headers, text } = await visitor.open('/parametres/utilisateurs');
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(text).toMatch(/attendre 5\ssecondes/);
  });

  it('tells nothing of our insides, only a reference (AUD-05)', async () => {
    const visitor = await new Visitor(gateway).signIn('gerante');
    gateway.standIn.userView = () => {
      throw new Error('the secret of the insides');
    };
    const { status, text } = await visitor.open('/parametres/utilisateurs');
    expect(status).toBeGreaterThanOrEqual(500);
    expect(text).not.toContain('insides');
  });
});
