import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FakeClock } from '#platform/testing';
import { ProbeController, type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('/confirmer-ma-cle', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway({}, [ProbeController])));
  afterAll(() => gateway.stop());

  const wait = (minutes: number) => (gateway.platform.clock as FakeClock).advance({ minutes });
  const cle = () => gateway.standIn.people.get('moniteur')!.key;

  it('does not stand in the way for five minutes after the key was typed (SES-08)', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    wait(4);
    expect((await visitor.open('/probe/sensitive')).text).toBe('something sensitive of Yann Le Goff');
  });

  it('stands in place of what is sensitive after that, until the key is typed again (SES-08)', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    wait(5);
    const asked = await visitor.open('/probe/sensitive');
    expect([asked.status, asked.headers['location']]).toEqual([200, undefined]);
    expect(asked.text).toContain('Confirmez que c’est vous');
    const wrong = await visitor.submit('/confirmer-ma-cle', { cle: 'une autre', suite: '/mon-compte' });
    expect([wrong.status, wrong.text.includes('Ce n’est pas votre clé.')]).toEqual([422, true]);
    const right = await visitor.submit('/confirmer-ma-cle', { cle: cle(), suite: '/mon-compte' });
    expect([right.status, right.headers['location']]).toEqual([303, '/mon-compte']);
    expect((await visitor.open('/probe/sensitive')).text).toContain('something sensitive');
  });

  it('stands in the way of a session that was resumed, however new it is (SES-08)', async () => {
    const visitor = new Visitor(gateway);
    await visitor.open('/connexion');
    await visitor.submit('/connexion', { identifiant: 'moniteur', cle: cle(), rester: 'oui' });
    gateway.standIn.sessions.clear();
    visitor.spoil('__Host-trousseau');
    wait(60);
    expect((await visitor.open('/probe/sensitive')).text).toContain('Confirmez que c’est vous');
  });

  it('goes on to no other site (WEB-05)', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    await visitor.open('/confirmer-ma-cle?suite=https://evil.example');
    const answer = await visitor.submit('/confirmer-ma-cle', { cle: cle(), suite: '//evil.example' });
    expect(answer.headers['location']).toBe('/accueil');
  });
});
