import { Injectable } from '@nestjs/common';
import { AggregateStore, eventTime } from '#aggregate-store';
import type { RecordedEvent } from '#event-store';
import { following } from '../command.context.js';
import { Directory } from '../directory/directory.adapter.js';
import { endSession } from '../session/end-session.js';
import { session } from '../session/session.js';
import type { SessionEvent } from '../session/session.events.js';

const prefix = `${session.category}-`;

/** So many sessions may live at once; one more ends the oldest (SES-12). */
const MOST = 5;

/** Ends the oldest sessions of somebody who opens too many. Whether a session lives is decided elsewhere, on its stream. */
@Injectable()
export class SessionLimit {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly directory: Directory,
  ) {}

  /** False when this event opens no session too many. */
  async after(recorded: RecordedEvent): Promise<void | false> {
    if (!recorded.stream.startsWith(prefix)) return false;
    const event = recorded as unknown as SessionEvent;
    if (event.type !== 'SessionOpened') return false;
    const { userId } = event.data;
    const at = eventTime(recorded);
    await this.directory.reached(recorded.position);
    const tooMany = this.directory.sessionsOf(userId, at).slice(MOST);
    if (tooMany.length === 0) return false;
    for (const sessionId of tooMany) {
      await this.aggregates.transact(session, sessionId, following(`${recorded.id}:too-many`, at), (state) =>
        endSession(state, { userId, reason: 'too-many-sessions' }),
      );
    }
  }
}
