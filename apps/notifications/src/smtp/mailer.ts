import type { Letter } from '../letter/letter.js';
import type { PassingFailure } from '../mail/mail.events.js';

/** A letter about a user to one address. `messageId` is unique to the attempt, without angle brackets or domain. */
export type Post = Readonly<{ userId: string; to: string; letter: Letter; messageId: string }>;

/** What the mail server said: it has the mail; it will never take it; or it may take it later. */
export type Answer =
  | Readonly<{ kind: 'accepted' }>
  | Readonly<{ kind: 'refused' }>
  | Readonly<{ kind: 'deferred'; reason: PassingFailure }>;

/** Hands letters to a mail server. */
export abstract class Mailer {
  /** Answers within 60 seconds and never rejects; an answer that was lost counts as deferred. Keeps nothing of the letter. */
  abstract send(post: Post): Promise<Answer>;

  /** Deletes what may be kept of letters about this user after all; a mail server's copies are not ours. */
  forget(_userId: string): void {}

  /** Closes what is open; what is being sent is given up. */
  abstract close(): Promise<void>;
}
