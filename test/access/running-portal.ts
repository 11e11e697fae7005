import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Secret } from 'otpauth';
import { AuthModule, publishAuth } from '#apps/auth';
import { createGateway } from '#apps/gateway';
import { UsersModule, publishUsers } from '#apps/users';
import {
  AddOperator,
  AddUser,
  ConfirmTotp,
  IssueProvisionalKey,
  type Message,
  RecordProvisionalKeySent,
  RegisterSchool,
  StartTotp,
  type VendorRole,
  topics,
} from '#contracts';
import type { Platform, ServiceModule } from '#platform';
import { startServices, testPlatform } from '#platform/testing';
import { Sealer } from '#sealing';
import { readSettings } from '#settings';
import { ask, type Asked } from '../../apps/gateway/src/testing/index.js';
import { codeOf } from '../product/code-of.js';

const operator = { kind: 'command-line' } as const;
const command = () => ({ commandId: randomUUID() });

/** Auth, users and the gateway on one platform in memory. Provisional keys are made here, where notifications would make and mail them. */
export const startPortal = async ({
  port,
  auth = AuthModule,
  ...overrides
}: Partial<Platform> & { port?: number; auth?: ServiceModule } = {}) => {
  // With a port of its own the portal knows its address: a passkey is bound to it (MFA-03).
  const known = port === undefined ? {} : { TROUSSEAU_PUBLIC_URL: `http://localhost:${port}` };
  const platform = await testPlatform({
    publish: [publishAuth, publishUsers],
    settings: readSettings(known),
    ...overrides,
  });
  const services = await startServices(platform, [auth, UsersModule]);
  const app = await createGateway(platform);
  const routes: { method: string; url: string }[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url, config }) => {
      if (config && 'refuses' in config) return;
      for (const each of [method].flat()) routes.push({ method: each, url });
    });
  await app.listen(port ?? 0, '127.0.0.1');

  const asked = new Map<string, string>();
  const told = platform.feed.follow({
    group: 'spec',
    topics: [topics.credential],
    after: -1,
    handle: ({ body }: Message) => {
      if (body.type === 'credential.key-renewal-requested') asked.set(body.userId, body.requestId);
    },
  });

  const send = (request: Asked) => ask(app, request);
  const sealer = new Sealer(platform.secrets.sealing.publicJwk);

  /** A provisional key for a user that was just asked for, as its mail would bring it. */
  const provisionalKeyOf = async (userId: string): Promise<string> => {
    while (!asked.has(userId)) await new Promise((resolve) => setImmediate(resolve));
    const letters = [...randomBytes(16)]
      .map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32])
      .join('');
    const key = letters.match(/.{4}/g)!.join('-');
    const { commandId } = command();
    const sealedKey = await sealer.seal({ key, binding: commandId });
    const requestId = asked.get(userId)!;
    const issued = await platform.bus.ask(IssueProvisionalKey, { commandId, userId, requestId, sealedKey });
    if (issued.outcome === 'refused') throw new Error(issued.reason);
    await platform.bus.ask(RecordProvisionalKeySent, { ...command(), userId, issueId: issued.issueId });
    return key;
  };

  const signIn = async (identifier: string, key: string): Promise<string> => {
    const answer = await send({ method: 'POST', url: '/api/v1/sessions', json: { identifier, key } });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json<{ token: string }>().token;
  };

  /** Chooses a key; on a machine with much to do the first appraisal answers `busy`, which any client waits out. */
  const chooseKey = async (restricted: string, newKey: string): Promise<void> => {
    const headers = { authorization: `Bearer ${restricted}` };
    for (let tries = 1; ; tries += 1) {
      const chosen = await send({ method: 'PUT', url: '/api/v1/key', headers, json: { newKey } });
      if (chosen.status === 204) return;
      if (chosen.status !== 503 || tries === 10) throw new Error(chosen.text);
    }
  };

  /** Signs somebody in who has just been added: first with the provisional key, then with the key they choose. */
  const firstSignIn = async (userId: string, identifier: string): Promise<{ token: string; key: string }> => {
    const key = randomBytes(18).toString('base64');
    await chooseKey(await signIn(identifier, await provisionalKeyOf(userId)), key);
    return { key, token: await signIn(identifier, key) };
  };

  /** Sets up an app in this full session, as the portal does; gives its secret and the token it goes on under. */
  const enrolApp = async (token: string): Promise<{ secret: string; token: string }> => {
    const sessionId = createHash('sha256').update(token).digest('hex');
    const next = randomBytes(32).toString('base64url');
    const { base32: secret } = new Secret({ size: 20 });
    const seal = (content: Record<string, string>) => sealer.seal({ ...content, binding: sessionId });
    const sealedSecret = await seal({ secret });
    await platform.bus.ask(StartTotp, { ...command(), sessionId, sealedSecret });
    const codes = Array.from({ length: 10 }, (_, number) => `${number}${'A'.repeat(14)}`);
    const done = await platform.bus.ask(ConfirmTotp, {
      ...command(),
      sessionId,
      nextSessionId: createHash('sha256').update(next).digest('hex'),
      sealedCode: await seal({ code: codeOf(secret, platform.clock.now()) }),
      sealedCodes: await seal({ codes: codes.join(' ') }),
    });
    if (done.outcome === 'refused') throw new Error(done.reason);
    return { secret, token: next };
  };

  /** Registers a school and gives its id and its manager's. */
  const registerSchool = async (name: string, identifier: string) => {
    const manager = {
      identifier,
      name: 'Léandra Morvan',
      email: `${identifier}@ecole.example`,
      phone: '06 12 34 56 78',
    };
    const reply = await platform.bus.ask(RegisterSchool, {
      ...command(),
      actor: operator,
      name,
      manager: { ...manager, locale: 'fr' },
    });
    if (reply.outcome === 'refused') throw new Error(reply.reason);
    return { schoolId: reply.schoolId, userId: reply.userId };
  };

  const addUser = async (schoolId: string, identifier: string): Promise<string> => {
    const person = { identifier, name: 'Yann Le Goff', email: `${identifier}@ecole.example` };
    const reply = await platform.bus.ask(AddUser, {
      ...command(),
      actor: operator,
      schoolId,
      ...person,
      role: 'instructor',
      locale: 'fr',
    });
    if (reply.outcome === 'refused') throw new Error(reply.reason);
    return reply.userId;
  };

  /** Adds one of the vendor's people, who has no key yet. */
  const addOperator = async (identifier: string, role: VendorRole): Promise<string> => {
    const person = { identifier, name: 'Ada Vérif', email: `${identifier}@editeur.example` };
    const added = { ...command(), actor: operator, ...person, role, locale: 'fr' } as const;
    const reply = await platform.bus.ask(AddOperator, added);
    if (reply.outcome === 'refused') throw new Error(reply.reason);
    return reply.userId;
  };

  return {
    platform,
    origin: (await app.getUrl()).replace('127.0.0.1', 'localhost'),
    routes,
    send,
    signIn,
    provisionalKeyOf,
    chooseKey,
    firstSignIn,
    enrolApp,
    registerSchool,
    addUser,
    addOperator,
    stop: async () => {
      await told.stop();
      await app.close();
      await services.stop();
    },
  };
};

/** What `startPortal` gives. */
export type RunningPortal = Awaited<ReturnType<typeof startPortal>>;
