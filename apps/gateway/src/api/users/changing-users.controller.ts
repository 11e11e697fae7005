import { randomUUID } from 'node:crypto';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AddUser, AskProvisionalKey, DeactivateUser, ReactivateUser } from '#contracts';
import { ServiceBus } from '#service-bus';
import { actorOf } from '../../session/actor.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { done } from '../done.js';
import { Input } from '../input.decorator.js';
import { Operates } from '../operates.decorator.js';
import type { InputOf } from '../operation.js';
import { addUser } from './add-user.operation.js';
import { deactivateUser } from './deactivate-user.operation.js';
import { reactivateUser } from './reactivate-user.operation.js';
import { sendProvisionalKey } from './send-provisional-key.operation.js';

type AboutOne = InputOf<typeof deactivateUser>;

const about = (person: SignedIn, { path }: AboutOne) => ({
  commandId: randomUUID(),
  actor: actorOf(person),
  userId: path.userId,
});

@Controller()
export class ChangingUsersController {
  constructor(@Inject(ServiceBus) private readonly bus: ServiceBus) {}

  @Operates(addUser)
  async add(
    @Person() person: SignedIn,
    @Input() { body }: InputOf<typeof addUser>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { identifier, name, role, email, locale = 'fr' } = body;
    const asked = { identifier, name, role, email, locale };
    const { userId, position } = done(
      await this.bus.ask(AddUser, { commandId: randomUUID(), actor: actorOf(person), ...asked }),
    );
    void reply.header('location', `/api/v1/users/${encodeURIComponent(userId)}`);
    return { userId, position };
  }

  @Operates(deactivateUser)
  async deactivate(@Person() person: SignedIn, @Input() input: AboutOne) {
    const { position } = done(await this.bus.ask(DeactivateUser, about(person, input)));
    return { position };
  }

  @Operates(reactivateUser)
  async reactivate(@Person() person: SignedIn, @Input() input: AboutOne) {
    const { position } = done(await this.bus.ask(ReactivateUser, about(person, input)));
    return { position };
  }

  @Operates(sendProvisionalKey)
  async sendProvisionalKey(@Person() person: SignedIn, @Input() input: AboutOne) {
    const { position } = done(await this.bus.ask(AskProvisionalKey, about(person, input)));
    return { position };
  }
}
