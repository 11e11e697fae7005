import { createHash, randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import {
  CancelRecoveryCode,
  ChangeKey,
  ChooseKey,
  ConfirmKey,
  HoldRecoveryCode,
  HoldRecoveryProof,
  IssueProvisionalKey,
  RedeemRecoveryCode,
  RequestKeyRenewal,
  SignIn,
  VerifySession,
  normaliseIdentifier,
  topics,
  type CredentialMessage,
  type Message,
  type PayloadOf,
  type Role,
} from '#contracts';
import { startService, type Platform } from '#platform';
import { testPlatform } from '#platform/testing';
import { Sealer } from '#sealing';
import { digestOf } from '#secrets';
import type { Settings } from '#settings';
import type { DynamicModule } from '@nestjs/common';
import { Directory } from '../directory/directory.adapter.js';
import { Background } from '../housekeeping/background.adapter.js';
import { AuthModule } from '../auth.module.js';
import { publishAuth } from '../auth.publish.js';
import { CountingKeyHasher } from '../key-hashing/testing/counting-key-hasher.js';
import type { KeyAppraiser } from '../key-policy/key-appraiser.js';
import { RoughKeyAppraiser } from '../key-policy/testing/rough-key-appraiser.js';
import { StandInUsers, publishStandIn, tellOfUser } from './stand-in-users.js';

const PATIENCE_MS = 100_000;
// These specs wait for what follows and not for the clock; a busy machine only makes them longer.
jest.setTimeout(3 * PATIENCE_MS);

/** A key nobody refuses, different for each number. */
export const goodKey = (number = 1) => `trois girafes mangent ${number} kilos de bitume`;

export const newSessionId = () => createHash('sha256').update(randomUUID()).digest('hex');

type Adapters = Readonly<{
  hasher?: CountingKeyHasher;
  appraiser?: KeyAppraiser;
  /** Where this auth is set otherwise than by default. */
  settings?: Partial<Settings>;
}>;

/** The real auth service on a real bus, beside stand-ins for its neighbours. */
export const authUnderTest = async ({
  hasher = new CountingKeyHasher(),
  appraiser = new RoughKeyAppraiser(),
  settings = {},
}: Adapters = {}) => {
  const usual = await testPlatform({ publish: [publishAuth, publishStandIn] });
  const platform = { ...usual, settings: { ...usual.settings, ...settings } };
  let background: Background | undefined;
  let directory: Directory | undefined;
  const service = {
    with: (own: Platform): DynamicModule => {
      const auth = AuthModule.with(own, { hasher, appraiser });
      const probe = {
        provide: 'probe',
        useFactory: (inside: Background, known: Directory) => [(background = inside), (directory = known)],
        inject: [Background, Directory],
      };
      return { ...auth, providers: [...(auth.providers ?? []), probe] };
    },
  };
  const users = await startService(StandInUsers, platform);
  let running = await startService(service, platform);
  const { bus, clock, events, secrets } = platform;
  const sealer = new Sealer(secrets.sealing.publicJwk);
  const heard: Message[] = [];
  const ear = platform.feed.follow({
    group: 'spec',
    topics: [topics.credential, topics.session],
    after: -1,
    handle: (message) => void heard.push(message),
  });
  const commandId = () => randomUUID();

  /** Resolves when nothing is going on any more: everything committed was heard, and nothing came of it. */
  const settled = async () => {
    for (let head = -2, now = await events.head(); now !== head; now = await events.head()) {
      head = now;
      await background?.reached(head, PATIENCE_MS);
      await directory?.reached(head);
      await ear.reached(head, PATIENCE_MS);
    }
  };

  const under = {
    ...platform,
    hasher,
    heard,
    settled,
    stop: async () => {
      await ear.stop();
      await running.stop();
      await users.stop();
      await events.close();
    },

    /** Another replica instead, with nothing but the log. */
    restart: async () => {
      await running.stop();
      running = await startService(service, platform);
    },

    register: async (userId: string, identifier = userId, role: Role = 'manager') => {
      const identifierDigest = digestOf(
        secrets.identifierDigestKey,
        'identifier',
        normaliseIdentifier(identifier),
      );
      const facts = { userId, schoolId: 's1', role, locale: 'fr', identifierDigest } as const;
      await tellOfUser(events, { type: 'user.registered', ...facts }, clock.now());
      await settled();
    },

    tell: async (type: 'user.deactivated' | 'user.reactivated', userId: string) => {
      await tellOfUser(events, { type, userId, schoolId: 's1' }, clock.now());
      await settled();
    },

    /** The requests for provisional keys that notifications would have heard of. */
    requests: (userId: string) =>
      heard
        .map(({ body }) => body)
        .filter((body) => body.type === 'credential.key-renewal-requested' && body.userId === userId)
        .map((body) => (body as Extract<CredentialMessage, { requestId: string }>).requestId),

    /** Makes a provisional key as notifications does; answers what auth said. */
    issue: async (userId: string, requestId: string, key: string) => {
      const id = commandId();
      const sealedKey = await sealer.seal({ key, binding: id });
      return bus.ask(IssueProvisionalKey, { commandId: id, userId, requestId, sealedKey });
    },

    renew: async (identifier: string, email: string, network = '192.0.2.0/24') => {
      const id = commandId();
      const sealedRequest = await sealer.seal({ identifier, email, binding: id });
      const answer = await bus.ask(RequestKeyRenewal, {
        commandId: id,
        sealedRequest,
        network,
        locale: 'fr',
      });
      await settled();
      return answer;
    },

    signIn: async (
      identifier: string,
      key: string,
      more: {
        network?: string;
        device?: string;
        sessionId?: string;
        binding?: string;
        remember?: PayloadOf<typeof SignIn>['remember'];
      } = {},
    ) => {
      const { network = '192.0.2.0/24', sessionId = newSessionId(), device } = more;
      const sealedKey = await sealer.seal({ key, binding: more.binding ?? sessionId });
      return bus.ask(SignIn, {
        commandId: commandId(),
        identifier,
        sealedKey,
        sessionId,
        network,
        userAgent: 'Firefox, Linux',
        ...(device === undefined ? {} : { device }),
        ...(more.remember === undefined ? {} : { remember: more.remember }),
      });
    },

    choose: async (sessionId: string, key: string) =>
      bus.ask(ChooseKey, {
        commandId: commandId(),
        sessionId,
        sealedKey: await sealer.seal({ key, binding: sessionId }),
      }),

    change: async (sessionId: string, current: string, next: string) =>
      bus.ask(ChangeKey, {
        commandId: commandId(),
        sessionId,
        sealedCurrentKey: await sealer.seal({ key: current, binding: sessionId }),
        sealedNewKey: await sealer.seal({ key: next, binding: sessionId }),
        network: '192.0.2.0/24',
      }),

    confirm: async (userId: string, sessionId: string, key: string, more: { withFactor?: boolean } = {}) =>
      bus.ask(ConfirmKey, {
        commandId: commandId(),
        userId,
        sessionId,
        sealedKey: await sealer.seal({ key, binding: sessionId }),
        network: '192.0.2.0/24',
        ...more,
      }),

    /** Records a code as users asks for it; answers its id. */
    holdCode: async (
      userId: string,
      code: string,
      more: { caseId?: string; byMail?: boolean; factorsLost?: boolean } = {},
    ) => {
      const codeId = commandId();
      const { caseId = 'case-1', byMail = false, factorsLost = false } = more;
      const expiresAt = new Date(Date.parse(clock.now()) + 600_000).toISOString();
      const sealedCode = await sealer.seal({ code, binding: codeId });
      const asked = { commandId: codeId, userId, caseId, codeId, sealedCode, expiresAt, byMail, factorsLost };
      const held = await bus.ask(HoldRecoveryCode, asked);
      if (held.outcome === 'refused') throw new Error(`not held: ${held.reason}`);
      return codeId;
    },

    holdProof: async (userId: string, codeId: string, key: string) => {
      const id = commandId();
      const sealedProof = await sealer.seal({ key, binding: id });
      return bus.ask(HoldRecoveryProof, { commandId: id, userId, codeId, sealedProof });
    },

    cancelCode: (userId: string, caseId = 'case-1') =>
      bus.ask(CancelRecoveryCode, { commandId: commandId(), userId, caseId }),

    redeem: async (
      identifier: string,
      code: string,
      more: { proof?: string; network?: string; sessionId?: string } = {},
    ) => {
      const { proof = '', network = '192.0.2.0/24', sessionId = newSessionId() } = more;
      return bus.ask(RedeemRecoveryCode, {
        commandId: commandId(),
        identifier,
        sealedCode: await sealer.seal({ code, proof, binding: sessionId }),
        sessionId,
        network,
        userAgent: 'Firefox, Linux',
      });
    },

    verify: (sessionId: string) => bus.ask(VerifySession, { sessionId }),
  };

  return {
    ...under,
    /** A user with a key of their own. */
    member: async (userId: string, key = goodKey(), role: Role = 'manager') => {
      await under.register(userId, userId, role);
      await under.issue(userId, under.requests(userId)[0]!, 'K7PW-2NQZ-8VTR-5XCH');
      const way = await under.signIn(userId, 'K7PW-2NQZ-8VTR-5XCH');
      if (way.outcome !== 'done') throw new Error(`no way in: ${way.reason}`);
      const chosen = await under.choose(way.session.sessionId, key);
      if (chosen.outcome !== 'done') throw new Error(`not chosen: ${chosen.reason}`);
      await settled();
    },
  };
};

export type AuthUnderTest = Awaited<ReturnType<typeof authUnderTest>>;
