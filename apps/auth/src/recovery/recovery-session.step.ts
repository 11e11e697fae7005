import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { credential } from '../credential/credential.js';
import { KeyAppraiser } from '../key-policy/key-appraiser.js';
import { openSession } from '../session/open-session.js';
import { session } from '../session/session.js';
import { toldSession } from '../session/told-session.js';
import { recovery } from './recovery.js';
import { redeemCaseCode } from './redeem-case-code.js';

type Facts = Readonly<{ userId: string; codeId: string; sessionId: string; userAgent: string }>;

/** Spends the code and opens the session in which a key can be chosen, and nothing else done (FRG-02). */
@Injectable()
export class RecoverySession {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly appraiser: KeyAppraiser,
  ) {}

  /** Null when the code is good no more: somebody was first, or the user was deactivated. */
  async open({ userId, codeId, sessionId, userAgent }: Facts, context: CommandContext) {
    const { state: holder } = await this.aggregates.load(credential, userId);
    if (holder.kind === 'none' || holder.deactivated) return null;
    const redeemed = await this.aggregates.transact(recovery, userId, context, (state) =>
      redeemCaseCode(state, { codeId, sessionId, at: context.at }),
    );
    if (redeemed.outcome === 'refused') return null;
    this.appraiser.prepare();
    const { epoch, generation } = holder;
    const by = { ...context, actor: userId };
    const opened = await this.aggregates.transact(session, sessionId, by, (state) =>
      openSession(state, {
        ...{ sessionId, userId, userAgent, epoch, generation },
        level: 'choose-key',
        at: context.at,
      }),
    );
    const event = opened.outcome === 'done' ? opened.events[0] : undefined;
    return event?.type === 'SessionOpened' && opened.outcome === 'done'
      ? { position: opened.position, session: toldSession(event.data) }
      : null;
  }
}
