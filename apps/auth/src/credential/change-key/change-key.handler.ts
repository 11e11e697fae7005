import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { refuses } from '#event-sourcing';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import { contextOf } from '../../command.context.js';
import { KeyHasher } from '../../key-hashing/key-hasher.js';
import { KeyJudge } from '../../key-policy/key-judge.step.js';
import { refused } from '../../refused.reply.js';
import { LivingSessions } from '../../session/living-sessions.step.js';
import type { OpenSession } from '../../session/session.events.js';
import { changeKey } from '../change-key.js';
import { credential, type Credential } from '../credential.js';
import { CurrentKey } from '../current-key.step.js';
import { ProvisionalKeys } from '../provisional-keys.adapter.js';
import { ChangeKey } from './change-key.command.js';

type Keys = Readonly<{ current: string; next: string }>;

@CommandHandler(ChangeKey)
export class ChangeKeyHandler implements ICommandHandler<ChangeKey> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly living: LivingSessions,
    private readonly opener: Opener,
    private readonly judge: KeyJudge,
    private readonly hasher: KeyHasher,
    private readonly currentKey: CurrentKey,
    private readonly provisionalKeys: ProvisionalKeys,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: ChangeKey) {
    const { sessionId } = asked;
    const now = this.clock.now();
    const found = await this.living.find(sessionId, now);
    if (found?.session.level !== 'full') return refused('no-session');
    const { userId } = found.session;
    const current = (await this.opener.open(asked.sealedCurrentKey, sessionId))?.['key'] ?? '';
    const next = (await this.opener.open(asked.sealedNewKey, sessionId))?.['key'] ?? '';
    const context = contextOf(asked, now, userId);
    return this.currentKey.trying({ userId, sessionId }, context, async () => {
      const changed = await this.aggregates.transact(credential, userId, context, (holder) =>
        this.decide(holder, found.session, { current, next }),
      );
      return changed.outcome === 'refused'
        ? changed
        : { outcome: 'done' as const, position: changed.position };
    });
  }

  /** The current key first: whoever does not know it learns nothing about the new one. */
  private async decide(holder: Credential, session: OpenSession, { current, next }: Keys) {
    if (holder.kind === 'none') return refuses('no-session');
    const isRight = holder.hash !== null && (await this.hasher.verify(holder.hash, current));
    if (!isRight) return refuses('wrong-key');
    const fault = await this.judge.judge(session.userId, next);
    if (fault !== null) return refuses(fault);
    const isCurrent = current.normalize('NFC') === next.normalize('NFC');
    const wasProvisional = this.provisionalKeys.hadBeen(holder, next);
    const hash = await this.hasher.hash(next);
    return changeKey(holder, { session, isRight, isCurrent, wasProvisional, hash });
  }
}
