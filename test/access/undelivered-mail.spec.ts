import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddUser, AskProvisionalKey } from '#contracts';
import { eventually } from '#event-store/testing';
import type { Visitor } from '../../apps/gateway/src/pages/testing/visitor.js';
import { type MailingPortal, startMailingPortal } from './mailing-portal.js';

const actor = { kind: 'command-line' } as const;
const sentence = 'Les mails à cette adresse n’arrivent pas.';

describe('a manager whose colleague no mail reaches (EML-07)', () => {
  let portal: MailingPortal;
  let manager: Visitor;
  let userId: string;

  beforeAll(async () => {
    portal = await startMailingPortal();
    manager = portal.browser('Firefox/145.0');
    await portal.settle(manager);
    await portal.enter(manager);
    portal.platform.clock.advance({ minutes: 1 });
  });
  afterAll(() => portal.stop());

  const list = async () => (await manager.open('/parametres/utilisateurs')).text;

  it('sees it at that person, once the mail server has refused for good what was written to them', async () => {
    portal.sink.toRecipient = (address) => (address.startsWith('yann') ? 550 : undefined);
    const events = await portal.platform.events.readAll(-1, 1000);
    const schoolId = String(events.find(({ type }) => type === 'UserRegistered')?.data['schoolId']);
    const added = await portal.platform.bus.ask(AddUser, {
      commandId: randomUUID(),
      actor,
      schoolId,
      identifier: 'yann.legoff',
      name: 'Yann Le Goff',
      email: 'yann@ecole.example',
      role: 'instructor',
      locale: 'fr',
    });
    if (added.outcome === 'refused') throw new Error(added.reason);
    userId = added.userId;
    await eventually(async () => expect(await list()).toContain(sentence));
    const page = await manager.open(`/parametres/utilisateurs/${userId}/modifier`);
    expect(page.text).toContain(sentence);
  });

  it('sees it no more once a mail is taken again', async () => {
    portal.sink.toRecipient = () => undefined;
    portal.platform.clock.advance({ minutes: 2 });
    const asked = await portal.platform.bus.ask(AskProvisionalKey, {
      commandId: randomUUID(),
      actor,
      userId,
    });
    expect(asked).toMatchObject({ outcome: 'done' });
    await eventually(async () => {
      const text = await list();
      expect(text).toContain('yann@ecole.example');
      expect(text).not.toContain(sentence);
    });
  });
});
