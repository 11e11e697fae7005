import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import {
  AddPasskey,
  AskPasskeyChallenge,
  ConfirmTotp,
  GetFactors,
  GiveSecondFactor,
  IssueRecoveryCodes,
  RemoveFactor,
  ResetFactors,
  StartTotp,
  type PayloadOf,
} from '#contracts';
import { Sealer } from '#sealing';
import { goodKey, newSessionId, type AuthUnderTest } from './auth-under-test.js';
import { SoftwarePasskey } from './software-passkey.js';

/** Ten codes as the gateway makes them, told apart by `salt`. */
export const tenCodes = (salt = 'A'): readonly string[] =>
  Array.from({ length: 10 }, (_, number) => `${number}${salt.repeat(14)}`);

type Given = Partial<
  Pick<PayloadOf<typeof GiveSecondFactor>, 'remember' | 'commandId' | 'nextSessionId' | 'sealedCode'>
>;

/** What the gateway does with second factors, on the auth service of a spec. */
export const factorsOf = (auth: AuthUnderTest) => {
  const sealer = new Sealer(auth.secrets.sealing.publicJwk);
  const command = () => ({ commandId: randomUUID() });
  const sealedCodes = (sessionId: string, salt?: string) =>
    sealer.seal({ codes: tenCodes(salt).join(' '), binding: sessionId });

  const codeAt = (secret: string, seconds = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
      timestamp: Date.parse(auth.clock.now()) + seconds * 1000,
    });

  const own = {
    codeAt,
    sealed: (sessionId: string, code: string) => sealer.seal({ code, binding: sessionId }),

    /** Signs in with the key alone; the session says what it opens. */
    enter: async (userId: string, key = goodKey()) => {
      const answer = await auth.signIn(userId, key);
      if (answer.outcome === 'refused') throw new Error(answer.reason);
      return answer.session;
    },

    start: async (sessionId: string, secret = new Secret({ size: 20 }).base32) => {
      const sealedSecret = await sealer.seal({ secret, binding: sessionId });
      return { secret, answer: await auth.bus.ask(StartTotp, { ...command(), sessionId, sealedSecret }) };
    },

    confirm: async (
      sessionId: string,
      code: string,
      commandId = randomUUID(),
      nextSessionId = newSessionId(),
    ) =>
      auth.bus.ask(ConfirmTotp, {
        commandId,
        sessionId,
        nextSessionId,
        sealedCode: await sealer.seal({ code, binding: sessionId }),
        sealedCodes: await sealedCodes(sessionId),
      }),

    /** `replacement`: the letters of the recovery code that would take the place of one that is used. */
    give: async (
      sessionId: string,
      code: string,
      { replacement, ...more }: Given & { replacement?: string } = {},
    ) => {
      const replacing = replacement === undefined ? {} : { replacement };
      return auth.bus.ask(GiveSecondFactor, {
        ...command(),
        sessionId,
        nextSessionId: newSessionId(),
        sealedCode: await sealer.seal({ code, ...replacing, binding: sessionId }),
        ...more,
      });
    },

    challenge: async (sessionId: string, purpose: 'use' | 'add') => {
      const answer = await auth.bus.ask(AskPasskeyChallenge, { ...command(), sessionId, purpose });
      if (answer.outcome === 'refused') throw new Error(answer.reason);
      return answer;
    },

    add: async (sessionId: string, response: string) =>
      auth.bus.ask(AddPasskey, {
        ...command(),
        sessionId,
        nextSessionId: newSessionId(),
        response,
        device: 'Firefox, Linux',
        sealedCodes: await sealedCodes(sessionId),
      }),

    use: async (sessionId: string, response: string, more: Given = {}) =>
      auth.bus.ask(GiveSecondFactor, {
        ...command(),
        sessionId,
        nextSessionId: newSessionId(),
        response,
        ...more,
      }),

    remove: (sessionId: string, kind: 'totp' | 'passkey', factorId?: string) =>
      auth.bus.ask(RemoveFactor, {
        ...command(),
        sessionId,
        nextSessionId: newSessionId(),
        kind,
        ...(factorId === undefined ? {} : { factorId }),
      }),

    issueCodes: async (sessionId: string, salt: string) =>
      auth.bus.ask(IssueRecoveryCodes, {
        ...command(),
        sessionId,
        sealedCodes: await sealedCodes(sessionId, salt),
      }),

    reset: (manager: Readonly<{ userId: string; sessionId: string }>, userId: string) => {
      const actor = { kind: 'user', userId: manager.userId, sessionId: manager.sessionId } as const;
      return auth.bus.ask(ResetFactors, { ...command(), actor, userId });
    },

    get: async (userId: string) => {
      const answer = await auth.bus.ask(GetFactors, { userId });
      if (answer.outcome === 'refused') throw new Error(answer.reason);
      return answer;
    },

    types: async (userId: string) => (await auth.events.read(`factors-${userId}`)).map(({ type }) => type),
  };

  return {
    ...own,

    /** Sets up an app, and gives its secret and the session it went on in. */
    withApp: async (userId: string) => {
      const { sessionId } = await own.enter(userId);
      const { secret } = await own.start(sessionId);
      const done = await own.confirm(sessionId, codeAt(secret));
      if (done.outcome === 'refused') throw new Error(done.reason);
      return { secret, sessionId: done.session.sessionId };
    },

    /** Adds a passkey, and gives it and the session it went on in. */
    withPasskey: async (userId: string, counter = 0) => {
      const { sessionId } = await own.enter(userId);
      const passkey = new SoftwarePasskey();
      const { challenge } = await own.challenge(sessionId, 'add');
      const done = await own.add(sessionId, passkey.create({ challenge, counter }));
      if (done.outcome === 'refused') throw new Error(done.reason);
      return { passkey, sessionId: done.session.sessionId };
    },
  };
};
