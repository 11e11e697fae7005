import { Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import type { Message, UserMessage } from '#contracts';
import type { Decision } from '#event-sourcing';
import { following } from '../command.context.js';
import type { CredentialEvent } from '../credential/credential.events.js';
import { credential, type Credential } from '../credential/credential.js';
import { ForgottenCredentials } from '../credential/forgotten-credentials.step.js';
import { RecordedOnce } from '../credential/recorded-once.step.js';
import { credentialFollows } from './credential-follows.js';

/** Follows the life of users: a registered one gets a credential, a deactivated one loses it, an erased one never had any. */
@Injectable()
export class UserLife {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly once: RecordedOnce,
    private readonly forgotten: ForgottenCredentials,
  ) {}

  async hear(message: Message): Promise<void | false> {
    const body = message.body as UserMessage;
    if (body.type === 'user.erased') {
      await this.forgotten.forget(body.userId, following(message.id, message.at));
      return;
    }
    const follows = credentialFollows(body, message);
    if (follows === null) return false;
    // A new replica hears everything again: what was recorded long ago must not disable somebody today.
    if (await this.once.isRecorded(body.userId, message.id)) return;
    const decide: (state: Credential) => Decision<CredentialEvent, string> = follows;
    await this.aggregates.transact(credential, body.userId, following(message.id, message.at), decide);
  }
}
