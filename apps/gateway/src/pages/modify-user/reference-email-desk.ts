import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { RequestReferenceEmailChange } from '#contracts';
import { Sealer } from '#sealing';
import { ServiceBus } from '#service-bus';
import { actorOf } from '../../session/actor.js';
import type { SignedIn } from '../../session/signed-in.js';
import type { modifyUserForm } from './modify-user.form.js';

/** Hands a change of address to users, with the manager's key sealed to auth and bound to the session it is typed in (REF-01). */
@Injectable()
export class ReferenceEmailDesk {
  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  async ask(
    person: SignedIn,
    userId: string,
    { adresse, email, cle, ancienneInutilisable }: z.infer<typeof modifyUserForm>,
    network: string,
  ) {
    return this.bus.ask(RequestReferenceEmailChange, {
      commandId: randomUUID(),
      actor: actorOf(person),
      userId,
      slot: adresse === 'seconde' ? 'second' : 'first',
      email: email === '' ? null : email,
      oldAddressUnusable: ancienneInutilisable,
      sealedKey: await this.sealer.seal({ key: cle, binding: person.session.sessionId }),
      network,
    });
  }
}
