import type { Message } from '#contracts';
import type { SignedIn } from './signed-in.js';

/** How long a verified session is good before auth must be told that it is in use, and asked whether it may go on: 5 minutes. */
export const touchAfterMs = 5 * 60_000;

/** The most sessions kept in memory (about 1 KiB each); the one remembered first is forgotten first. */
const capacity = 20_000;

/** A session the gateway has verified. Between `goodUntil` and its end, auth is asked again. Times are ISO 8601. */
export type Known = Readonly<{ signedIn: SignedIn; goodUntil: string }>;

/** A question to auth and users that is still open, and the users something was told about meanwhile. */
export type OpenQuestion = { readonly askedAt: number; readonly toldAbout: Set<string> };

const earlier = (a: string, b: string) => (a < b ? a : b);

const goodUntil = ({ session }: SignedIn) =>
  earlier(session.expiresAt, new Date(Date.parse(session.seenAt) + touchAfterMs).toISOString());

/**
 * What the gateway knows of sessions, kept true by the messages of the three identity topics. Pure bookkeeping: whether
 * it may be used at this moment (is the feed live?) is for the gate to decide.
 *
 * An answer may be older than a message that arrived while it was under way; kept, it would let an ended session in.
 * So a question notes what is told while it is open, and an answer that something was told about is used once and not kept.
 */
export class SessionView {
  private readonly known = new Map<string, Known>();
  private readonly sessionsOf = new Map<string, Set<string>>();
  private readonly questions = new Set<OpenQuestion>();

  find(sessionId: string): Known | undefined {
    return this.known.get(sessionId);
  }

  /** Opens a question; `position` is that of the last message taken in. Close it with `keep` or `drop`. */
  ask(position: number): OpenQuestion {
    const question = { askedAt: position, toldAbout: new Set<string>() };
    this.questions.add(question);
    return question;
  }

  drop(question: OpenQuestion): void {
    this.questions.delete(question);
  }

  /** Keeps the answer, unless something was told meanwhile about its user, or it was read (`asOf`) before what we had taken in when we asked. */
  keep(question: OpenQuestion, signedIn: SignedIn, asOf: number): void {
    this.drop(question);
    const { sessionId, userId } = signedIn.session;
    if (asOf < question.askedAt || question.toldAbout.has(userId)) return;
    this.remember(sessionId, userId, signedIn);
  }

  /** Auth was told at `at` (ISO 8601) that the session is in use, and let it go on. */
  touched(sessionId: string, at: string): void {
    const known = this.known.get(sessionId);
    if (!known) return;
    const session = { ...known.signedIn.session, seenAt: at };
    this.remember(sessionId, session.userId, { ...known.signedIn, session });
  }

  /** Takes in one message. Only the opening of a session changes nothing here; any other word about a user is reason to ask again. */
  take({ body }: Pick<Message, 'body'>): void {
    if (body.type === 'session.opened') return;
    for (const question of this.questions) question.toldAbout.add(body.userId);
    if (body.type === 'session.ended') this.forget(body.sessionId);
    else for (const sessionId of this.sessionsOf.get(body.userId) ?? []) this.forget(sessionId);
  }

  forget(sessionId: string): void {
    const userId = this.known.get(sessionId)?.signedIn.session.userId;
    if (userId === undefined) return;
    this.known.delete(sessionId);
    const sessions = this.sessionsOf.get(userId);
    sessions?.delete(sessionId);
    if (sessions?.size === 0) this.sessionsOf.delete(userId);
  }

  private remember(sessionId: string, userId: string, signedIn: SignedIn): void {
    this.known.set(sessionId, { signedIn, goodUntil: goodUntil(signedIn) });
    this.sessionsOf.set(userId, (this.sessionsOf.get(userId) ?? new Set()).add(sessionId));
    if (this.known.size <= capacity) return;
    for (const oldest of this.known.keys()) return this.forget(oldest);
  }
}
