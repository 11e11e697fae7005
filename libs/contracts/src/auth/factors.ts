import { z } from 'zod';
import { command, query } from '../request.js';
import { actor } from '../users/schools.js';
import { factorKind, instant, rememberSelector, sealed, sessionId, validatorHash } from '../vocabulary.js';
import { session } from './sign-in.js';

/** A credential id of WebAuthn in base64url: at most 1023 bytes. */
const credentialId = z.string().regex(/^[A-Za-z0-9_-]{1,1364}$/);

/** What a browser answered to a passkey ceremony, as JSON (WebAuthn Level 3, 5.1.8). Auth alone reads it. */
const response = z.string().max(7000);

/** Ten codes, sealed as `{codes, binding: sessionId}`, separated by spaces; the gateway made them and shows them this once (MFA-05). */
const sealedCodes = sealed;

/** Why factors cannot be changed now: the key, or the factor there is, must be given once more (MFA-06). */
const notNow = ['no-session', 'key-needed', 'factor-needed'] as const;

/** Sessions in which a change of factors has gone on: the next one, under a secret of its own (SES-02). Every other one is over (SES-10). */
const goesOn = { session };

/** The second factors of a user, for their own account page. `codesLeft` is null before any recovery code was issued. */
export const GetFactors = query('auth.get-factors', {
  payload: { userId: z.string() },
  done: {
    compulsory: z.boolean(),
    totp: z.object({ addedAt: instant }).nullable(),
    passkeys: z.array(z.object({ factorId: z.string(), device: z.string(), addedAt: instant })),
    codesLeft: z.number().int().nullable(),
    /** The last time support removed all there was, for its owner to see (TEL-11). */
    resetByCase: z.object({ caseId: z.string(), at: instant }).optional(),
  },
  refused: ['unknown-user'],
});

/**
 * Makes a challenge for one passkey ceremony in this session: 32 random bytes, kept by auth, good once and for five minutes
 * (MFA-03). `credentials`: the passkeys there are, to be used or not to be added twice.
 */
export const AskPasskeyChallenge = command('auth.ask-passkey-challenge', {
  payload: { sessionId, purpose: z.enum(['use', 'add']) },
  done: {
    challenge: z.string(),
    credentials: z.array(z.object({ id: credentialId, transports: z.array(z.string()) })),
  },
  refused: ['no-session'],
});

/**
 * Gives the second factor. A session of level `second-factor` goes on to what its key deserves, a full one has the factor confirmed;
 * either way under the next session's secret, and this one is over (SES-02). `sealedCode` holds `{code, replacement,
 * binding: sessionId}`: six digits, or a recovery code and the letters of the one that will take its place (MFA-05). Only now may a browser be remembered (SES-09).
 */
export const GiveSecondFactor = command('auth.give-second-factor', {
  payload: {
    sessionId,
    nextSessionId: sessionId,
    sealedCode: sealed.optional(),
    response: response.optional(),
    remember: z.object({ selector: rememberSelector, validatorHash }).optional(),
  },
  done: {
    session,
    remembered: z.object({ expiresAt: instant }).optional(),
    /** Recovery codes left, when one was used. */
    codesLeft: z.number().int().optional(),
    /** The number of the code that `replacement` took the place of: number and letters are the new one (MFA-05). */
    replaced: z.number().int().optional(),
  },
  /** `code-used`: right, but each is accepted once. `passkey-suspected`: its counter went back. */
  refused: [
    'no-session',
    'no-factor',
    'wrong-code',
    'code-used',
    'passkey-not-valid',
    'passkey-suspected',
    'too-many-attempts',
    'busy',
  ],
});

/** Begins to set up an app that shows codes. `sealedSecret` holds `{secret, binding: sessionId}`: 160 random bits in base32, made by the gateway. */
export const StartTotp = command('auth.start-totp', {
  payload: { sessionId, sealedSecret: sealed },
  done: {},
  refused: [...notNow, 'secret-not-valid'],
});

/** Proves that the app shows the right codes, and puts it in force; it takes the place of one before it. */
export const ConfirmTotp = command('auth.confirm-totp', {
  payload: { sessionId, nextSessionId: sessionId, sealedCode: sealed, sealedCodes },
  done: { ...goesOn, codesIssued: z.boolean() },
  refused: [...notNow, 'not-started', 'wrong-code', 'too-many-attempts', 'busy'],
});

/** Adds the passkey that answered the challenge. `device`: the browser in words. */
export const AddPasskey = command('auth.add-passkey', {
  payload: { sessionId, nextSessionId: sessionId, response, device: z.string().max(120), sealedCodes },
  done: { ...goesOn, codesIssued: z.boolean() },
  refused: [...notNow, 'passkey-not-valid', 'passkey-known', 'too-many-passkeys', 'busy'],
});

/** Removes the app (`factorId` not given) or one passkey. Refused for the last one where a factor is compulsory. */
export const RemoveFactor = command('auth.remove-factor', {
  payload: { sessionId, nextSessionId: sessionId, kind: factorKind, factorId: z.string().optional() },
  done: goesOn,
  refused: [...notNow, 'no-factor', 'factor-compulsory'],
});

/** Issues ten new recovery codes; those before open nothing any more. */
export const IssueRecoveryCodes = command('auth.issue-recovery-codes', {
  payload: { sessionId, sealedCodes },
  done: {},
  refused: [...notNow, 'no-factor', 'busy'],
});

/** Removes every factor of somebody who lost theirs; asked by a manager of the same school, never for a manager. */
export const ResetFactors = command('auth.reset-factors', {
  payload: { actor, userId: z.string() },
  done: {},
  refused: ['not-allowed', 'unknown-user', 'no-factor'],
});
