import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { VerifySession, TouchSession } from '#contracts';
import { StoreUnavailable } from '#event-store';
import { type RunningGateway, startGateway, tokenOf } from '../testing/index.js';
import { SessionGate } from './session-gate.js';

let gateway: RunningGateway;
let gate: SessionGate;
let token: string;
beforeAll(async () => {
  gateway = await startGateway();
  gate = gateway.app.get(SessionGate);
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  gateway.standIn.before = () => undefined;
  token = await tokenOf(gateway, 'gerante');
  await live();
  gateway.standIn.asked.length = 0;
});

/** Until the gate has taken in all that was committed. */
const live = async () => {
  while (!gate.isLive()) await new Promise((resolve) => setImmediate(resolve));
};
const minutes = (count: number) =>
  (gateway.platform.clock as unknown as { advance(span: object): void }).advance({ minutes: count });
const times = (name: string) => gateway.standIn.asked.filter((asked) => asked === name).length;
const endEverySession = () => {
  gateway.standIn.sessions.clear();
  return gateway.standIn.tell({ type: 'credential.sessions-ended', userId: 'gerante', epoch: 2 });
};

describe('SessionGate', () => {
  it('asks auth once for a session and then remembers it', async () => {
    for (let i = 0; i < 5; i += 1) expect((await gate.verify(token))?.profile.name).toBe('Léandra Morvan');
    expect(times(VerifySession.name)).toBe(1);
  });

  it('lets nobody in for what cannot be a secret, and bothers nobody with it', async () => {
    for (const text of [undefined, '', 'x', `${token}=`, token.slice(1), `${token.slice(1)}\0`]) {
      expect(await gate.verify(text)).toBeNull();
    }
    expect(gateway.standIn.asked).toEqual([]);
  });

  it('lets nobody in for a secret that auth does not know', async () => {
    expect(await gate.verify('A'.repeat(43))).toBeNull();
  });

  it('knows of an ended session as soon as its end is committed (SES-13)', async () => {
    expect(await gate.verify(token)).not.toBeNull();
    await endEverySession();
    expect(await gate.verify(token)).toBeNull();
    await live();
    expect(await gate.verify(token)).toBeNull();
  });

  it('uses no memory while there is something committed that it has not taken in: it asks auth', async () => {
    await gate.verify(token);
    await gateway.standIn.record('SomethingElse', {});
    expect(gate.isLive()).toBe(false);
    expect(gate.known(token)).toBeUndefined();
    await gate.verify(token);
    expect(times(VerifySession.name)).toBe(2);
  });

  it('asked before the end, answered after it: lets that request in and no other (the race of asking and hearing)', async () => {
    const { standIn } = gateway;
    let end: Promise<number> | undefined;
    standIn.before = async (request) => {
      if (request !== VerifySession.name || end) return;
      // Auth has read the session; before its answer arrives the session ends, and the gate hears of that first.
      const read = new Map(standIn.sessions);
      end = endEverySession();
      await end;
      await live();
      for (const [id, session] of read) standIn.sessions.set(id, session);
    };
    await gate.verify(token);
    standIn.sessions.clear();
    standIn.before = () => undefined;
    await live();
    expect(gate.known(token)).toBeUndefined();
    expect(await gate.verify(token)).toBeNull();
  });

  it('tells auth of the use at most every five minutes', async () => {
    await gate.verify(token);
    minutes(4);
    await gate.verify(token);
    expect(times(TouchSession.name)).toBe(0);
    minutes(2);
    await gate.verify(token);
    await gate.verify(token);
    expect(times(TouchSession.name)).toBe(1);
    minutes(6);
    await gate.verify(token);
    expect(times(TouchSession.name)).toBe(2);
  });

  it('ends what auth says has been idle for too long (SES-03)', async () => {
    await gate.verify(token);
    minutes(31);
    gateway.standIn.sessions.clear();
    expect(await gate.verify(token)).toBeNull();
    expect(gate.known(token)).toBeUndefined();
  });

  it('ends a session at its absolute end without asking anybody (SES-03)', async () => {
    await gate.verify(token);
    minutes(12 * 60);
    gateway.standIn.asked.length = 0;
    expect(await gate.verify(token)).toBeNull();
    expect(gateway.standIn.asked).toEqual([]);
  });

  it('lets nobody in while the store is down, and says so (SES-13, EVT-11)', async () => {
    gateway.standIn.before = () => {
      throw new StoreUnavailable('down');
    };
    await expect(gate.verify(token)).rejects.toThrow('auth.verify-session');
    const answer = await gateway.ask({
      url: '/api/v1/session',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.json()).toMatchObject({ type: 'urn:trousseau:problem:unavailable' });
  });
});
