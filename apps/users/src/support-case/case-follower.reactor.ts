import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { topics, type CredentialMessage, type Message } from '#contracts';
import type { Decision } from '#event-sourcing';
import type { Subscription } from '#event-store';
import { PLATFORM, type Platform } from '#platform';
import { ProjectionDatabase, runReactor } from '#projections';
import { following, step } from '../command.context.js';
import { holdContacts } from '../user/hold-contacts.js';
import { user } from '../user/user.js';
import { acceptRecoveryCode } from './accept-recovery-code.js';
import { completeRecovery } from './complete-recovery.js';
import { heldAfterRecovery } from './deadlines.js';
import { rejectRecoveryCode } from './reject-recovery-code.js';
import { supportCase, type SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

type Step = (state: SupportCase, facts: { at: string }) => Decision<SupportCaseEvent>;

/** Follows what auth tells of codes and keys, and records it in the case it belongs to. Recording it again changes nothing. */
@Injectable()
export class CaseFollower implements OnApplicationBootstrap, OnModuleDestroy {
  private database: ProjectionDatabase | undefined;
  private subscription: Subscription | undefined;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly aggregates: AggregateStore,
  ) {}

  onApplicationBootstrap(): void {
    const { background, readModel, feed } = this.platform;
    if (!background) return;
    this.database = ProjectionDatabase.open({ file: readModel('users-reactors'), shape: '' });
    this.subscription = runReactor<Message>({
      database: this.database,
      name: 'support-cases',
      source: {
        subscribe: ({ after, handle }) =>
          feed.follow({
            group: 'users.support-cases',
            topics: [topics.credential],
            shared: true,
            after,
            handle,
          }),
      },
      react: (message) => this.hear(message as Message<CredentialMessage>),
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.subscription?.stop();
    this.database?.close();
  }

  /** Resolves once everything told up to this position was recorded. */
  async reached(position: number, timeout: number): Promise<void> {
    await this.subscription?.reached(position, timeout);
  }

  private async hear(message: Message<CredentialMessage>): Promise<void | false> {
    const { body } = message;
    switch (body.type) {
      case 'credential.recovery-code-rejected':
        return this.record(body.caseId, message, rejectRecoveryCode);
      case 'credential.recovery-code-redeemed':
        return this.record(body.caseId, message, acceptRecoveryCode);
      case 'credential.key-chosen':
        return this.complete(body.userId, message);
      default:
        return false;
    }
  }

  private async record(caseId: string, { id, at }: Message, decide: Step): Promise<void> {
    await this.aggregates.transact(supportCase, caseId, following(id, at), (state) => decide(state, { at }));
  }

  /** A key was chosen: the case whose code led there has done its work, and contacts stay as they are for three days (TEL-09). */
  private async complete(userId: string, { id, at }: Message): Promise<void | false> {
    const { state } = await this.aggregates.load(user, userId);
    if (state.status !== 'registered' || state.supportCases.length === 0) return false;
    for (const { caseId } of state.supportCases) {
      const context = following(id, at);
      const done = await this.aggregates.transact(supportCase, caseId, context, (own) =>
        completeRecovery(own, { at }),
      );
      if (done.outcome !== 'done' || (done.events.length === 0 && !done.repeated)) continue;
      await this.aggregates.transact(user, userId, step(context, 'hold'), (manager) =>
        holdContacts(manager, { caseId, until: heldAfterRecovery(at) }),
      );
    }
  }
}
