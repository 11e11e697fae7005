import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeKey, EndOtherSessions, EndSession } from '#contracts';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

const newKey = 'trois cigognes sur un vélo';

describe('/mon-compte', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  it('changes the key after asking for the current one (KEY-13)', async () => {
    const visitor = await new Visitor(gateway).signIn('gerante');
    await visitor.open('/mon-compte');
    const wrong = { cle: 'pas elle', nouvelle: newKey, confirmation: newKey };
    const refused = await visitor.submit('/mon-compte', wrong);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Ce n’est pas votre clé.');
    expect(refused.text).not.toContain(newKey);
    const cle = gateway.standIn.people.get('gerante')!.key;
    const changed = await visitor.submit('/mon-compte', { ...wrong, cle });
    expect(changed.headers['location']).toBe('/mon-compte?dit=cle-changee');
    expect(gateway.standIn.asked).toContain(ChangeKey.name);
  });

  it('lists the sessions and ends the one that is chosen (SES-11)', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    await new Visitor(gateway).signIn('moniteur');
    const { text } = await visitor.open('/mon-compte');
    expect(text.match(/Cette session/g)).toHaveLength(1);
    const [, other = ''] = /name="session" value="([0-9a-f]{64})"/.exec(text) ?? [];
    const ended = await visitor.submit('/mon-compte/sessions', { session: other });
    expect(ended.headers['location']).toBe('/mon-compte?dit=session-fermee');
    expect(gateway.standIn.sessions.has(other)).toBe(false);
    expect(gateway.standIn.asked).toContain(EndSession.name);
    const others = await visitor.submit('/mon-compte/sessions/autres');
    expect(others.headers['location']).toBe('/mon-compte?dit=autres-fermees');
    expect(gateway.standIn.asked).toContain(EndOtherSessions.name);
  });

  it('refuses what is no session', async () => {
    const visitor = await new Visitor(gateway).signIn('gerante');
    expect((await visitor.submit('/mon-compte/sessions', { session: 'x' })).status).toBe(400);
  });
});
