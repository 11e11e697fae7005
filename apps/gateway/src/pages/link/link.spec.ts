import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowReferenceEmailLink } from '#contracts';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('/lien/…', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  it('shows what would be done and does nothing until the button is pressed (FRG-12, REF-02)', async () => {
    const visitor = new Visitor(gateway);
    const { status, text } = await visitor.open('/lien/good-link');
    expect(status).toBe(200);
    expect(text).toContain('Confirmer cette adresse');
    expect(text).toContain('y…@ecole.example');
    expect(gateway.standIn.asked).not.toContain(FollowReferenceEmailLink.name);
    const done = await visitor.submit('/lien/good-link');
    expect(done.status).toBe(200);
    expect(done.text).toContain('C’est noté');
    expect(gateway.standIn.asked).toContain(FollowReferenceEmailLink.name);
  });

  it.each(['nothing', '%00', '%3Cscript%3E', 'a'.repeat(1050)])(
    'says that /lien/%s leads nowhere',
    async (value) => {
      const { status, text } = await new Visitor(gateway).open(`/lien/${value}`);
      expect(status).toBe(404);
      expect(text).toContain('Ce lien ne mène nulle part');
    },
  );
});
