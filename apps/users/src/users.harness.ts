import { randomUUID } from 'node:crypto';
import { Controller, Module, type DynamicModule } from '@nestjs/common';
import {
  AddUser,
  CancelRecoveryCode,
  ConfirmKey,
  HoldRecoveryCode,
  ListUsers,
  RegisterSchool,
  topics,
  type Actor,
  type MessageBody,
  type PayloadOf,
  type ReplyOf,
} from '#contracts';
import type { Publish } from '#messaging';
import type { Platform } from '#platform';
import { startServices, testPlatform } from '#platform/testing';
import { Answers, type AnyRequest } from '#service-bus';
import { RetentionScheduler } from './retention/retention.scheduler.js';
import { publishUsers } from './users.publish.js';
import { UsersModule } from './users.module.js';

export const rightKey = 'sealed right key';

/** Stands in for auth: one key is right. */
@Controller()
class KeyConfirmation {
  @Answers(ConfirmKey)
  confirm({ sealedKey }: PayloadOf<typeof ConfirmKey>): ReplyOf<typeof ConfirmKey> {
    return sealedKey === rightKey
      ? { outcome: 'done', position: 0 }
      : { outcome: 'refused', reason: 'wrong-key', retryAfter: 7 };
  }
}

/** The codes of support that the stand-in for auth was asked to hold, and the cases whose code it was asked to forget. */
export class CodesHeld {
  readonly held: PayloadOf<typeof HoldRecoveryCode>[] = [];
  readonly cancelled: string[] = [];
}

/** Stands in for auth: holds every code. */
@Controller()
class CodeHolding {
  constructor(private readonly codes: CodesHeld) {}

  @Answers(HoldRecoveryCode)
  hold(asked: PayloadOf<typeof HoldRecoveryCode>): ReplyOf<typeof HoldRecoveryCode> {
    this.codes.held.push(asked);
    return { outcome: 'done', position: 0 };
  }

  @Answers(CancelRecoveryCode)
  cancel({ caseId }: PayloadOf<typeof CancelRecoveryCode>): ReplyOf<typeof CancelRecoveryCode> {
    this.codes.cancelled.push(caseId);
    return { outcome: 'done', position: 0 };
  }
}

@Module({})
class AuthStandIn {
  static with(codes: CodesHeld): DynamicModule {
    return {
      module: AuthStandIn,
      controllers: [KeyConfirmation, CodeHolding],
      providers: [{ provide: CodesHeld, useValue: codes }],
    };
  }
}

/** Stands in for what auth publishes: events that carry their message. */
export const publishTold: Publish = (event) =>
  event.type === 'Told'
    ? [
        {
          id: event.id,
          topic: String(event.data['type']).startsWith('credential.') ? topics.credential : topics.session,
          key: 'told',
          at: String(event.metadata['at']),
          position: event.position,
          body: event.data as unknown as MessageBody,
        },
      ]
    : [];

export type Users = Awaited<ReturnType<typeof startUsers>>;

/** The users service on a platform in memory, asked over the bus as the others ask it. */
export const startUsers = async (overrides: Partial<Platform> = {}) => {
  const codes = new CodesHeld();
  const made = await testPlatform({ publish: [publishUsers, publishTold], ...overrides });
  let scheduler: RetentionScheduler | undefined;
  const service = {
    with: (own: Platform): DynamicModule => {
      const users = UsersModule.with(own);
      const probe = {
        provide: 'probe',
        useFactory: (inside: RetentionScheduler) => (scheduler = inside),
        inject: [RetentionScheduler],
      };
      return { ...users, providers: [...(users.providers ?? []), probe] };
    },
  };
  const platform = await startServices(made, [{ with: () => AuthStandIn.with(codes) }, service]);
  const { bus, events } = platform;

  const send = <R extends AnyRequest>(
    request: R,
    payload: Omit<PayloadOf<R>, 'commandId'> & { commandId?: string },
  ): Promise<ReplyOf<R>> => bus.ask(request, { commandId: randomUUID(), ...payload } as PayloadOf<R>);

  const asActor = (userId: string): Actor => ({ kind: 'user', userId, sessionId: 'a'.repeat(64) });
  const operator: Actor = { kind: 'command-line' };

  /** A school with its manager. */
  const school = async (name = 'Auto-école du Lac', identifier = `gerant-${randomUUID()}`) => {
    const reply = await send(RegisterSchool, {
      actor: operator,
      name,
      manager: {
        identifier,
        name: 'Gisèle Gérant',
        email: 'gisele@exemple.fr',
        phone: '06 12 34 56 78',
        locale: 'fr',
      },
    });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    return { ...reply, manager: asActor(reply.userId) };
  };

  const add = async (actor: Actor, more: Partial<PayloadOf<typeof AddUser>> = {}) => {
    const reply = await send(AddUser, {
      actor,
      identifier: `u-${randomUUID()}`,
      name: 'Marie Dupont',
      role: 'instructor',
      email: 'marie@exemple.fr',
      locale: 'fr',
      ...more,
    });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    return reply;
  };

  /** Lets auth tell something; answers its position. */
  const tell = async (body: MessageBody, at = made.clock.now()) => {
    const told = { id: randomUUID(), type: 'Told', data: body as object as never, metadata: { at } };
    return (await events.append(`told-${randomUUID()}`, [told], 'none')).position;
  };

  /** The list, showing everything that has happened so far. */
  const list = async (actor: Actor, more: Partial<PayloadOf<typeof ListUsers>> = {}) => {
    const reply = await send(ListUsers, { actor, limit: 200, atLeast: await events.head(), ...more });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    return reply;
  };

  return {
    ...platform,
    scheduler: scheduler!,
    codes,
    clock: made.clock,
    list,
    send,
    asActor,
    operator,
    school,
    add,
    tell,
  };
};
