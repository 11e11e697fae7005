import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { step } from '../command.context.js';
import { credential } from '../credential/credential.js';
import { continueSession } from './continue-session.js';
import { endSession } from './end-session.js';
import { session } from './session.js';
import type { OpenSession } from './session.events.js';
import { toldSession } from './told-session.js';

type Facts = Readonly<{
  before: OpenSession;
  sessionId: string;
  factorGiven: boolean;
  of?: Readonly<{ selector: string; expiresAt: string }>;
}>;

/** Goes on in a new session, under a secret that was made for it (SES-02). */
@Injectable()
export class SessionTurns {
  constructor(private readonly aggregates: AggregateStore) {}

  /** Null when that secret names a session already, or the user has gone meanwhile. */
  async turn({ before, ...facts }: Facts, context: CommandContext) {
    const { userId } = before;
    const by = { ...context, actor: userId };
    const { state } = await this.aggregates.load(credential, userId);
    if (state.kind !== 'open') return null;
    const { epoch, generation } = state;
    const level = before.level === 'second-factor' ? (before.towards ?? 'full') : 'full';
    const turned = await this.aggregates.transact(session, facts.sessionId, by, (none) =>
      continueSession(none, { before, ...facts, level, epoch, generation, at: context.at }),
    );
    if (turned.outcome === 'refused') return null;
    const event = turned.events[0];
    if (event?.type !== 'SessionContinued') return null;
    await this.aggregates.transact(session, before.sessionId, step(by, 'continued'), (old) =>
      endSession(old, { userId, reason: 'continued' }),
    );
    return { position: turned.position, session: toldSession(event.data) };
  }
}
