import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ChangeKey, ChooseKey, ConfirmKey, type Session } from '#contracts';
import { Sealer } from '#sealing';
import { ServiceBus } from '#service-bus';

/** Chooses and changes keys: every typed key is sealed to auth and bound to the session it is typed in (invariant 1). */
@Injectable()
export class KeyDesk {
  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  /** In a session of level `choose-key`. Afterwards every session of the user is over, this one too (FRG-04). */
  async choose({ sessionId }: Session, newKey: string) {
    const sealedKey = await this.seal(sessionId, newKey);
    return this.bus.ask(ChooseKey, { commandId: randomUUID(), sessionId, sealedKey });
  }

  /** In a full session, with the current key typed again (KEY-13). Every other session is over afterwards. */
  async change({ sessionId }: Session, currentKey: string, newKey: string, network: string) {
    return this.bus.ask(ChangeKey, {
      commandId: randomUUID(),
      sessionId,
      sealedCurrentKey: await this.seal(sessionId, currentKey),
      sealedNewKey: await this.seal(sessionId, newKey),
      network,
    });
  }

  /** The key typed again, before something sensitive (SES-08). */
  async confirm({ userId, sessionId }: Session, key: string, network: string) {
    const sealedKey = await this.seal(sessionId, key);
    return this.bus.ask(ConfirmKey, { commandId: randomUUID(), userId, sessionId, sealedKey, network });
  }

  private seal(sessionId: string, key: string): Promise<string> {
    return this.sealer.seal({ key, binding: sessionId });
  }
}
