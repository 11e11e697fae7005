import { z } from 'zod';
import { command } from '../request.js';
import { instant, keyRefusals, locale, network, schoolRole, sealed, sessionId } from '../vocabulary.js';
import { actor } from '../users/schools.js';

/** Notes a request for a provisional key. `sealedRequest` holds `{identifier, email, binding: commandId}`. The reply says nothing about the pair. */
export const RequestKeyRenewal = command('auth.request-key-renewal', {
  payload: { sealedRequest: sealed, network, locale },
  done: {},
  refused: ['busy'],
});

/** Chooses a key in a session of level `choose-key`; ends every session of the user. `sealedKey` holds `{key, binding: sessionId}`. */
export const ChooseKey = command('auth.choose-key', {
  payload: { sessionId, sealedKey: sealed },
  done: {},
  refused: [...keyRefusals, 'no-session', 'busy'],
});

/** Changes the key from a full session; ends every other session. Both sealed values are bound to the sessionId. */
export const ChangeKey = command('auth.change-key', {
  payload: { sessionId, sealedCurrentKey: sealed, sealedNewKey: sealed, network },
  done: {},
  refused: [...keyRefusals, 'wrong-key', 'too-many-attempts', 'no-session', 'busy'],
});

/** Records a provisional key made by notifications, before it is mailed. `sealedKey` holds `{key, binding: commandId}`. */
export const IssueProvisionalKey = command('auth.issue-provisional-key', {
  payload: { userId: z.string(), requestId: z.string(), sealedKey: sealed },
  done: { issueId: z.string(), expiresAt: instant },
  /** `not-wanted`: no such request, already answered by a key that was sent, or the credential is disabled. */
  refused: ['not-wanted', 'busy'],
});

/** Notes that the mail with this provisional key was accepted by the mail server. */
export const RecordProvisionalKeySent = command('auth.record-provisional-key-sent', {
  payload: { userId: z.string(), issueId: z.string() },
  done: {},
  refused: ['not-wanted'],
});

/** "Ce n'est pas moi": makes every outstanding provisional key of the user void, nothing else (FRG-13). `link` is the signed link's value. */
export const RevokeProvisionalKeys = command('auth.revoke-provisional-keys', {
  payload: { link: z.string().max(1024) },
  done: {},
  refused: ['link-not-valid'],
});

/**
 * Gives a user without a key the one they had elsewhere: `sealedHash` holds `{hash, binding: commandId}`. Opens their credential if
 * auth has not heard of them yet. Only from the command line.
 */
export const ImportKey = command('auth.import-key', {
  payload: {
    actor,
    userId: z.string(),
    schoolId: z.string(),
    role: schoolRole,
    locale,
    identifier: z.string().max(256),
    sealedHash: sealed,
  },
  done: {},
  /** `has-key`: they have a key already, which stays. */
  refused: ['not-allowed', 'hash-not-valid', 'hash-not-salted', 'hash-too-costly', 'has-key', 'busy'],
});

/**
 * Forgets how an erased user signed in: every session ends, every data key of theirs is destroyed. Refused while users knows
 * them. Only from the command line; the running service does the same by itself when it hears of the erasure.
 */
export const ForgetCredential = command('auth.forget-credential', {
  payload: { actor, userId: z.string().max(64) },
  /** Ids of the data keys that are destroyed. */
  done: { keys: z.array(z.string()) },
  refused: ['not-allowed', 'user-exists'],
});
