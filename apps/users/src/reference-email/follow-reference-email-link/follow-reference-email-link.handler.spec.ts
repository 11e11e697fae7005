import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  FollowReferenceEmailLink,
  GetRecipient,
  GetReferenceEmailChange,
  GetUser,
  MatchReferenceEmail,
  RequestReferenceEmailChange,
  type Actor,
} from '#contracts';
import { SignedLinks } from '#links';
import { rightKey, startUsers, type Users } from '../../users.harness.js';

describe('links in mails about an address', () => {
  let users: Users;
  let actor: Actor;
  let userId: string;
  let changeId: string;
  beforeEach(async () => {
    users = await startUsers();
    actor = (await users.school()).manager;
    ({ userId } = await users.add(actor));
    changeId = await ask();
  });
  afterEach(() => users.stop());

  const ask = async (oldAddressUnusable = false, email = 'nouvelle@exemple.fr') => {
    const reply = await users.send(RequestReferenceEmailChange, {
      actor,
      userId,
      slot: 'first',
      email,
      oldAddressUnusable,
      sealedKey: rightKey,
      network: '203.0.113.0/24',
    });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    return reply.changeId;
  };
  const link = (kind: string, ref = changeId, of = userId) => {
    const expiresAt = '2027-01-01T00:00:00.000Z';
    return new SignedLinks(users.secrets.linksKey).sign({ kind, userId: of, ref, expiresAt });
  };
  const follow = (kind: string, ref = changeId) =>
    users.send(FollowReferenceEmailLink, { link: link(kind, ref) });
  const shown = (kind: string) => users.send(GetReferenceEmailChange, { link: link(kind) });
  const address = async () => {
    const reply = await users.send(GetUser, { actor, userId });
    return reply.outcome === 'done' ? reply.user.email : reply.reason;
  };

  it('change the address once both sides agreed (REF-02)', async () => {
    expect(await shown('email-confirm-new')).toEqual({
      outcome: 'done',
      intent: 'confirm-new',
      state: 'pending',
      name: 'Marie Dupont',
      maskedNew: 'no…@exemple.fr',
      schoolName: 'Auto-école du Lac',
    });
    expect(await follow('email-confirm-new')).toMatchObject({ outcome: 'done', state: 'pending' });
    expect(await address()).toBe('marie@exemple.fr');
    expect(await follow('email-accept-old')).toMatchObject({ outcome: 'done', state: 'done' });
    expect(await address()).toBe('nouvelle@exemple.fr');
    expect(await follow('email-confirm-new')).toMatchObject({ outcome: 'done', state: 'done' });
    expect(await shown('email-veto')).toMatchObject({ intent: 'veto', state: 'done' });
  });

  it('let the old address veto, even afterwards (REF-04)', async () => {
    await follow('email-confirm-new');
    await follow('email-accept-old');
    users.clock.advance({ days: 6 });
    expect(await follow('email-veto')).toMatchObject({ outcome: 'done', state: 'vetoed' });
    expect(await address()).toBe('marie@exemple.fr');
    expect(await follow('email-confirm-new')).toEqual({ outcome: 'refused', reason: 'already-decided' });
  });

  it('come too late after their time', async () => {
    users.clock.advance({ hours: 24 });
    expect(await shown('email-confirm-new')).toMatchObject({ state: 'expired' });
    expect(await follow('email-confirm-new')).toEqual({ outcome: 'refused', reason: 'expired' });
    users.clock.advance({ days: 7 });
    expect(await follow('email-veto')).toEqual({ outcome: 'refused', reason: 'expired' });
    users.clock.advance({ days: 365 });
    expect(await follow('email-veto')).toEqual({ outcome: 'refused', reason: 'expired' });
  });

  it('do nothing when they are forged, of another kind, or about another person', async () => {
    const invalid = { outcome: 'refused', reason: 'link-not-valid' };
    const forged = `${link('email-veto').split('.')[0]}.${link('not-me').split('.')[1]}`;
    const foreign = link('email-veto', changeId, randomUUID());
    for (const value of ['', 'x', forged, foreign, link('not-me'), link('email-veto', randomUUID())]) {
      expect(await users.send(FollowReferenceEmailLink, { link: value })).toEqual(invalid);
      expect(await users.send(GetReferenceEmailChange, { link: value })).toEqual(invalid);
    }
  });

  it('are decided once, however many click at once (EVT-08)', async () => {
    await follow('email-confirm-new');
    await Promise.all(
      ['email-accept-old', 'email-veto', 'email-accept-old', 'email-veto'].map((kind) => follow(kind)),
    );
    const types = (await users.events.read(`user-${userId}`)).map(({ type }) => type);
    expect(types.filter((type) => type === 'ReferenceEmailChangeVetoed')).toHaveLength(1);
    expect(await address()).toBe('marie@exemple.fr');
  });

  it('go to the new address and to the old one (EML-04)', async () => {
    const ofNew = await users.send(GetRecipient, { userId, of: { kind: 'change-new', changeId } });
    expect(ofNew).toMatchObject({
      addresses: ['nouvelle@exemple.fr'],
      firstName: 'Marie',
      maskedNew: 'no…@exemple.fr',
      schoolName: 'Auto-école du Lac',
      locale: 'fr',
    });
    expect(JSON.stringify(ofNew)).not.toContain('Dupont');
    const ofOld = await users.send(GetRecipient, { userId, of: { kind: 'change-old', changeId } });
    expect(ofOld).toMatchObject({ addresses: ['marie@exemple.fr'] });
    await follow('email-veto');
    const late = await users.send(GetRecipient, { userId, of: { kind: 'change-new', changeId } });
    expect(late).toEqual({ outcome: 'refused', reason: 'no-address' });
  });

  it('decide which address renews a key', async () => {
    const matches = async (email: string) =>
      ((await users.send(MatchReferenceEmail, { userId, email })) as { matches: boolean }).matches;
    expect(await matches('MARIE@Exemple.FR ')).toBe(true);
    expect(await matches('nouvelle@exemple.fr')).toBe(false);
    await follow('email-confirm-new');
    await follow('email-accept-old');
    expect(await matches('nouvelle@exemple.fr')).toBe(true);
    expect(await matches('marie@exemple.fr')).toBe(false);
    for (const nothing of ['', 'null', '\ud800', 'a'.repeat(1024)])
      expect(await matches(nothing)).toBe(false);
    expect(await users.send(MatchReferenceEmail, { userId: randomUUID(), email: 'x@y.fr' })).toEqual({
      outcome: 'refused',
      reason: 'unknown-user',
    });
  });
});
