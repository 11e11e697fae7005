import { z } from 'zod';
import { command, query } from '../request.js';
import {
  instant,
  network,
  rememberSelector,
  sealed,
  sessionId,
  sessionLevel,
  validatorHash,
} from '../vocabulary.js';

/**
 * What auth says of a living session. `authenticatedAt` is when the key was last typed in it, `factorAt` when the second factor
 * was last given. `enrolBy`: a second factor is compulsory for this person and not set up; from then on they can do nothing else.
 */
export const session = z.object({
  sessionId,
  userId: z.string(),
  level: sessionLevel,
  openedAt: instant,
  authenticatedAt: instant,
  factorAt: instant.optional(),
  enrolBy: instant.optional(),
  seenAt: instant,
  expiresAt: instant,
});
export type Session = z.infer<typeof session>;

/** Opens a session if identifier and key are right. `sealedKey` holds `{key, binding: sessionId}`. */
export const SignIn = command('auth.sign-in', {
  payload: {
    identifier: z.string().max(256),
    sealedKey: sealed,
    sessionId,
    network,
    /** The device cookie's value, if the browser has one (LOG-07). */
    device: z.string().max(512).optional(),
    /** The browser in words, such as "Firefox, Windows"; shown to the user in their own list of sessions. */
    userAgent: z.string().max(120),
    /** A browser whose holder asks to stay signed in; auth learns the hash of what resumes it (SES-04). */
    remember: z.object({ selector: rememberSelector, validatorHash }).optional(),
  },
  /** `remembered` is there when that was granted: not to managers, nor before the session is `full` (SES-09). */
  done: {
    session,
    device: z.string().optional(),
    remembered: z.object({ expiresAt: instant }).optional(),
  },
  refused: ['wrong-pair', 'too-many-attempts', 'busy'],
});

/**
 * Resumes a session on a remembered browser and spends its validator. The successor and the session's id follow from the validator,
 * so tabs that race ask for the same, and get it for 30 seconds (SES-05). `expiresAt`: the end of the remembered browser.
 */
export const ResumeSession = command('auth.resume-session', {
  payload: {
    selector: rememberSelector,
    validatorHash,
    successorHash: validatorHash,
    sessionId,
    userAgent: z.string().max(120),
  },
  done: { session, expiresAt: instant },
  refused: ['not-remembered'],
});

/** Forgets a remembered browser of this user and ends every session it opened. */
export const ForgetDevice = command('auth.forget-device', {
  payload: { userId: z.string(), selector: rememberSelector },
  done: {},
  refused: ['not-remembered'],
});

/** The session of this id, read from the streams themselves. `asOf`: every event up to that position was seen. */
export const VerifySession = query('auth.verify-session', {
  payload: { sessionId },
  done: { session, asOf: z.number().int() },
  refused: ['no-session'],
});

/** Notes that the session is in use; recorded at most once in five minutes. */
export const TouchSession = command('auth.touch-session', {
  payload: { sessionId },
  done: {},
  refused: ['no-session'],
});

/** The living sessions of a user, newest first, and the remembered browsers; `sessionId` is the session each opened last. */
export const ListSessions = query('auth.list-sessions', {
  payload: { userId: z.string() },
  done: {
    sessions: z.array(session.extend({ userAgent: z.string() })),
    remembered: z.array(
      z.object({
        selector: rememberSelector,
        sessionId,
        userAgent: z.string(),
        grantedAt: instant,
        usedAt: instant,
        expiresAt: instant,
      }),
    ),
  },
  refused: ['unknown-user'],
});

/** Ends one session of this user. */
export const EndSession = command('auth.end-session', {
  payload: { userId: z.string(), sessionId },
  done: {},
  refused: ['no-session'],
});

/** Ends every session of this user, but for the one named. */
export const EndOtherSessions = command('auth.end-other-sessions', {
  payload: { userId: z.string(), except: sessionId.optional() },
  done: {},
  refused: ['unknown-user'],
});

/**
 * Checks the key again before something sensitive (REF-01). `sealedKey` holds `{key, binding: sessionId}`. `withFactor`: and that the second
 * factor, where there is one, was given in this session in the last five minutes; if not, the key is not looked at.
 */
export const ConfirmKey = command('auth.confirm-key', {
  payload: { userId: z.string(), sessionId, sealedKey: sealed, network, withFactor: z.boolean().optional() },
  done: {},
  refused: ['wrong-key', 'too-many-attempts', 'busy', 'no-session', 'factor-needed'],
});
