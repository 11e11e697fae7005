import { randomUUID } from 'node:crypto';
import { Controller, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RequestReferenceEmailChange } from '#contracts';
import { Sealer } from '#sealing';
import { ServiceBus } from '#service-bus';
import { networkPrefix } from '../../network/network-prefix.js';
import { actorOf } from '../../session/actor.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { done } from '../done.js';
import { Input } from '../input.decorator.js';
import { Operates } from '../operates.decorator.js';
import type { InputOf } from '../operation.js';
import { changeReferenceEmail } from './change-reference-email.operation.js';

@Controller()
export class ReferenceEmailController {
  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  @Operates(changeReferenceEmail)
  async change(
    @Person() person: SignedIn,
    @Input() { path, body }: InputOf<typeof changeReferenceEmail>,
    @Req() request: FastifyRequest,
  ) {
    const reply = await this.bus.ask(RequestReferenceEmailChange, {
      commandId: randomUUID(),
      actor: actorOf(person),
      userId: path.userId,
      slot: body.slot ?? 'first',
      email: body.email,
      oldAddressUnusable: body.oldAddressUnusable ?? false,
      sealedKey: await this.sealer.seal({ key: body.currentKey, binding: person.session.sessionId }),
      network: networkPrefix(request.ip),
    });
    const { position, changeId } = done(reply);
    return { position, changeId };
  }
}
