import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { EventStore } from '#event-store';
import { DataKeys } from '#vault';
import { erasedFactorKeys } from '../factors/erased-factor-keys.js';
import type { FactorsEvent } from '../factors/factors.events.js';
import { credential } from './credential.js';
import type { CredentialEvent } from './credential.events.js';
import { eraseCredential } from './erase-credential.js';
import { erasedKeys } from './erased-keys.js';

/** Forgets how an erased user signed in: their sessions, and every data key of theirs. Again changes nothing. */
@Injectable()
export class ForgottenCredentials {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly events: EventStore,
    private readonly keys: DataKeys,
  ) {}

  /** Ids of the destroyed keys, and the position of what was recorded. */
  async forget(userId: string, context: CommandContext): Promise<{ keys: string[]; position: number }> {
    const erased = await this.aggregates.transact(credential, userId, context, eraseCredential);
    const history = await this.events.read(`${credential.category}-${userId}`);
    const factors = await this.events.read(`factors-${userId}`);
    const keys = [
      ...erasedKeys(history as unknown as readonly CredentialEvent[], userId),
      ...erasedFactorKeys(factors as unknown as readonly FactorsEvent[]),
    ];
    for (const key of keys) await this.keys.destroy(key);
    return { keys, position: erased.outcome === 'done' ? erased.position : -1 };
  }
}
