import { z } from 'zod';
import { command, query } from '../request.js';
import { instant, locale, network, sealed } from '../vocabulary.js';
import { actor } from './schools.js';

/**
 * Asks to change a user's reference address; pending until confirmed (REF-01, REF-02). `sealedKey` holds the manager's
 * `{key, binding: actor.sessionId}`; users passes it on to auth and cannot read it.
 */
export const RequestReferenceEmailChange = command('users.request-reference-email-change', {
  payload: {
    actor,
    userId: z.string(),
    /** Which address: the first, or the optional second (REF-03). */
    slot: z.enum(['first', 'second']),
    /** Null removes the second address. */
    email: z.string().max(320).nullable(),
    /** The manager says that the user can no longer read the old address: a cool-off stands in for its consent. */
    oldAddressUnusable: z.boolean(),
    sealedKey: sealed,
    network,
  },
  done: { changeId: z.string() },
  refused: [
    'not-allowed',
    'unknown-user',
    'email-not-valid',
    'email-unchanged',
    'only-address',
    /** A recovery by phone is under way or less than 72 hours old (TEL-09). */
    'held',
    'wrong-key',
    'too-many-attempts',
    'busy',
    'no-session',
    /** The manager has a second factor, and has not given it in this session in the last five minutes (REF-01). */
    'factor-needed',
  ],
});

/** What a signed link in a mail about an address asks for; opening the page shows it, pressing the button does it. */
export const GetReferenceEmailChange = query('users.get-reference-email-change', {
  payload: { link: z.string().max(1024) },
  done: {
    intent: z.enum(['confirm-new', 'accept-old', 'veto']),
    state: z.enum(['pending', 'done', 'vetoed', 'expired']),
    name: z.string(),
    maskedNew: z.string(),
    schoolName: z.string(),
  },
  refused: ['link-not-valid'],
});

/** Follows a signed link: the new address confirms, the old one accepts, or the old one vetoes. */
export const FollowReferenceEmailLink = command('users.follow-reference-email-link', {
  payload: { link: z.string().max(1024) },
  done: { state: z.enum(['pending', 'done', 'vetoed']) },
  refused: ['link-not-valid', 'expired', 'already-decided'],
});

/** Whether this address is a reference address of this user, compared in constant time. */
export const MatchReferenceEmail = query('users.match-reference-email', {
  payload: { userId: z.string(), email: z.string().max(1024) },
  done: { matches: z.boolean() },
  refused: ['unknown-user'],
});

/** Where a mail about a user goes, asked when it is sent and never stored by the asker. */
export const GetRecipient = query('users.get-recipient', {
  payload: {
    userId: z.string(),
    /** `references`: their addresses (and, within seven days of a change, the former one for notices); the others: the two sides of a change. */
    of: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('references'), formerToo: z.boolean() }),
      /** Their addresses, and the identifier in full: only once support has disclosed it in this case. */
      z.object({ kind: z.literal('identifier'), caseId: z.string() }),
      z.object({ kind: z.literal('change-new'), changeId: z.string() }),
      z.object({ kind: z.literal('change-old'), changeId: z.string() }),
    ]),
  },
  done: {
    addresses: z.array(z.string()),
    firstName: z.string(),
    /** `ma…ie`: enough to recognise, not enough to use (EML-04). */
    maskedIdentifier: z.string(),
    identifier: z.string().optional(),
    maskedNew: z.string().optional(),
    schoolName: z.string(),
    locale,
  },
  refused: ['unknown-user', 'no-address'],
});

/**
 * Whether mail to a user arrives, as a mail server said at `at`: `refused` for good at one of their addresses at least, or taken at all
 * of them (EML-07). Told by notifications of every mail; what changes nothing is not recorded.
 */
export const RecordMailAnswer = command('users.record-mail-answer', {
  payload: { userId: z.string(), refused: z.boolean(), at: instant },
  done: {},
  refused: ['unknown-user'],
});
