import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('/cle-oubliee', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  const send = async (identifiant: string, email: string) => {
    const visitor = new Visitor(gateway);
    await visitor.open('/cle-oubliee');
    return visitor.submit('/cle-oubliee', { identifiant, email });
  };
  const withoutToken = (text: string) => text.replace(/name="jeton" value="[^"]+"/g, '');

  it('answers the same whoever asks for whom (FRG-06)', async () => {
    const known = await send('gerante', 'gerante@ecole.example');
    const unknown = await send('personne', 'autre@ecole.example');
    expect(known.status).toBe(200);
    expect(known.text).toContain('Si cet identifiant et cette adresse vont ensemble');
    expect(withoutToken(unknown.text)).toBe(withoutToken(known.text));
    expect(known.text).not.toContain('gerante');
  });

  it('asks for a whole address and keeps what was typed', async () => {
    const answer = await send('gerante', 'gerante');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('elle s’écrit nom@domaine.fr');
    expect(answer.text).toMatch(/id="email"[^>]*value="gerante"[^>]*aria-invalid="true"/);
  });
});
