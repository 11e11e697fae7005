import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AggregateStore } from '#aggregate-store';
import { holderOf, user } from '#apps/users';
import { role, schoolRole, userView, vendorRole } from '#contracts';
import type { RecordedEvent } from '#event-store';
import { eventually } from '#event-store/testing';
import { DataKeys } from '#vault';
import { tracesIn } from '../product/traces.js';
import { type RunningPortal, startPortal } from './running-portal.js';

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0';

/** What the portal of these specs registers a manager and an instructor with. */
const personal = {
  'name of the manager': 'Léandra Morvan',
  'identifier of the manager': 'gerante.lac',
  'address of the manager': 'gerante.lac@ecole.example',
  'phone of the manager': '+33612345678',
  'name of the instructor': 'Yann Le Goff',
  'identifier of the instructor': 'yann.legoff',
  'address of the instructor': 'yann.legoff@ecole.example',
  'address they ask for': 'yann@nouvelle.example',
};

describe('what is kept of a person, on every road they take through the portal', () => {
  let portal: RunningPortal;
  let manager: string;
  let userId: string;
  let events: readonly RecordedEvent[];
  let stored: Buffer;

  beforeAll(async () => {
    portal = await startPortal();
    const school = await portal.registerSchool('Auto-école du Lac', 'gerante.lac');
    const claire = await portal.firstSignIn(school.userId, 'gerante.lac');
    manager = claire.token;
    userId = await portal.addUser(school.schoolId, 'yann.legoff');
    const { key } = await portal.firstSignIn(userId, 'yann.legoff');
    /** Asks as a browser does, and for an answer of this status. */
    const ask = async (
      status: number,
      [method, url]: readonly [string, string],
      json: object,
      token?: string,
    ) => {
      const headers = { 'user-agent': browser, ...(token && { authorization: `Bearer ${token}` }) };
      const answer = await portal.send({ method, url: `/api/v1${url}`, json, headers });
      if (answer.status !== status) throw new Error(`${url}: ${answer.text}`);
    };
    await ask(201, ['POST', '/sessions'], { identifier: 'yann.legoff', key, remember: true });
    await ask(401, ['POST', '/sessions'], { identifier: 'yann.legoff', key: 'une autre clé' });
    const renewal = { identifier: 'yann.legoff', email: personal['address of the instructor'] };
    await ask(202, ['POST', '/key-renewals'], renewal);
    const change = { email: personal['address they ask for'], currentKey: claire.key };
    await ask(202, ['PUT', `/users/${userId}/reference-email`], change, manager);
    await eventually(async () => {
      const told = await portal.platform.events.read(`credential-${userId}`);
      if (told.filter(({ type }) => type === 'KeyRenewalRequested').length < 2) throw new Error('not yet');
    });
    events = await portal.platform.events.readAll(-1, 10_000);
    stored = Buffer.from(JSON.stringify(events));
  });
  afterAll(() => portal.stop());

  it('stands in no event in clear or merely encoded, nor in the name of a stream: events refer to people by number (GDP-04, EVT-06)', () => {
    expect(tracesIn(stored, { 'name of the school': 'Auto-école du Lac' })).not.toEqual([]);
    expect(tracesIn(stored, personal)).toEqual([]);
    const types = events.map(({ type }) => type);
    for (const type of ['UserRegistered', 'ReferenceEmailChangeRequested', 'SessionOpened', 'AttemptFailed'])
      expect(types).toContain(type);
  });

  it('is no hash that anybody could make anew of what they guess (GDP-05)', async () => {
    const guessed = Object.values(personal).flatMap((value) => [value, value.toLowerCase()]);
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512'])
      for (const value of guessed)
        for (const encoding of ['hex', 'base64', 'base64url'] as const)
          expect(
            stored.includes(createHash(algorithm).update(value).digest(encoding).replace(/=+$/, '')),
          ).toBe(false);
    const { events: store, secrets } = portal.platform;
    expect(await holderOf(store, secrets, 'yann.legoff')).toBe(userId);
    // The digest is keyed: whoever destroys the key makes it mute.
    const without = { ...secrets, identifierDigestKey: randomBytes(32) };
    expect(await holderOf(store, without, 'yann.legoff')).toBeUndefined();
  });

  it('is of people who work there alone, and a browser in two words: no pupil, no birthday, no network, no habit (GDP-08)', async () => {
    expect(schoolRole.options).toEqual(['manager', 'office', 'instructor']);
    expect(role.options).toEqual([...schoolRole.options, ...vendorRole.options]);
    const registered = events.find(
      ({ type, stream }) => type === 'UserRegistered' && stream === `user-${userId}`,
    );
    const { events: log, secrets } = portal.platform;
    const { data } = await new AggregateStore(log, new DataKeys(log, secrets.masterKeys)).decode(
      user,
      registered!,
    );
    expect(Object.keys(data).toSorted()).toEqual([
      'email',
      'identifier',
      'identifierDigest',
      'locale',
      'name',
      'role',
      'schoolId',
    ]);
    expect(stored.includes('Firefox, Linux')).toBe(true);
    for (const traced of ['Mozilla', 'Gecko', '127.0.0', '::1']) expect(stored.includes(traced)).toBe(false);

    // Of everything that was recorded of their sign-ins a manager is shown the last one's time.
    const shown = await eventually(async () => {
      const headers = { authorization: `Bearer ${manager}` };
      const list = await portal.send({ method: 'GET', url: '/api/v1/users', headers });
      const { users } = list.json<{ users: readonly Record<string, unknown>[] }>();
      expect(users.map(({ lastSignInAt }) => typeof lastSignInAt)).toEqual(['string', 'string']);
      return users;
    });
    const said = new Set(shown.flatMap((person) => Object.keys(person)));
    expect([...said].filter((field) => !(field in userView.shape))).toEqual([]);
    expect(Object.keys(userView.shape).toSorted()).toEqual([
      'email',
      'identifier',
      'lastSignInAt',
      'mailRefusedSince',
      'name',
      'pendingEmail',
      'role',
      'secondEmail',
      'secondFactor',
      'state',
      'userId',
    ]);
  });
});
