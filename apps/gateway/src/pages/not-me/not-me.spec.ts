import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RevokeProvisionalKeys } from '#contracts';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('/pas-moi/…', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  it('voids provisional keys at the press of the button, not before (FRG-13)', async () => {
    const visitor = new Visitor(gateway);
    expect((await visitor.open('/pas-moi/good-link')).text).toContain('Ce n’est pas vous');
    expect(gateway.standIn.asked).not.toContain(RevokeProvisionalKeys.name);
    expect((await visitor.submit('/pas-moi/good-link')).text).toContain('Les clés provisoires sont annulées');
    expect(gateway.standIn.asked).toContain(RevokeProvisionalKeys.name);
  });

  it('says that a link we never signed leads nowhere', async () => {
    const visitor = new Visitor(gateway);
    await visitor.open('/pas-moi/other');
    expect((await visitor.submit('/pas-moi/other')).status).toBe(404);
  });
});
