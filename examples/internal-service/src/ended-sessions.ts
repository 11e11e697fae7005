import type { Caller } from './caller.js';
import type { Told } from './told.js';

/** Tokens last five minutes; one more for clocks that differ. After that there is nothing left to refuse. */
const REMEMBER_MS = 6 * 60 * 1000;

/** These end the sessions of one browser; which they are is not told, so every token of its owner made until then is refused. */
const endBrowser = new Set(['session.reuse-detected', 'session.forgotten']);

type NewEpoch = Readonly<{ at: number; epoch: number; kept: string | undefined }>;

/** Sessions that ended so recently that a token of theirs may still be about. Bounded: what is older than any token is forgotten. */
export class EndedSessions {
  private readonly sessions = new Map<string, number>();
  private readonly epochs = new Map<string, NewEpoch>();
  private readonly browsers = new Map<string, number>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Takes in a message that was told at this time (milliseconds since 1970). Hearing it twice, or late, changes nothing. */
  hear({ type, userId, sessionId, epoch, keptSession }: Told, at: number): void {
    this.forgetOld();
    if (this.now() - at > REMEMBER_MS) return;
    if (type === 'session.ended' && sessionId !== undefined) this.sessions.set(sessionId, at);
    if (endBrowser.has(type)) this.browsers.set(userId, Math.max(at, this.browsers.get(userId) ?? 0));
    // A new key, a deactivation, "close all others": one event ends every session of an earlier epoch but the one it keeps.
    if (epoch === undefined || epoch < (this.epochs.get(userId)?.epoch ?? 0)) return;
    this.epochs.set(userId, { at, epoch, kept: keptSession });
  }

  /** Whether this caller's session has ended since their token was made. */
  hasEnded({ sessionId, userId, epoch, issuedAt }: Caller): boolean {
    if (this.sessions.has(sessionId)) return true;
    const current = this.epochs.get(userId);
    if (current !== undefined && epoch < current.epoch && sessionId !== current.kept) return true;
    return issuedAt <= (this.browsers.get(userId) ?? 0);
  }

  get size(): number {
    this.forgetOld();
    return this.sessions.size + this.epochs.size + this.browsers.size;
  }

  private forgetOld(): void {
    const oldest = this.now() - REMEMBER_MS;
    for (const map of [this.sessions, this.browsers]) {
      for (const [name, at] of map) if (at < oldest) map.delete(name);
    }
    for (const [userId, { at }] of this.epochs) if (at < oldest) this.epochs.delete(userId);
  }
}
