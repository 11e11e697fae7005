import { z } from 'zod';

/** The roles in a school. In the portal: Gérant (Admin), Complet, Moniteur. */
export const schoolRole = z.enum(['manager', 'office', 'instructor']);
export type SchoolRole = z.infer<typeof schoolRole>;

/** The roles of the vendor's people, who belong to no school. In the portal: assistance, auditeur. */
export const vendorRole = z.enum(['support', 'auditor']);
export type VendorRole = z.infer<typeof vendorRole>;

/** Every role a person can have. What a role may do is opened to it by name; a new one may do nothing. */
export const role = z.enum([...schoolRole.options, ...vendorRole.options]);
export type Role = z.infer<typeof role>;

/** Stands in place of a school's id for those who belong to none. */
export const NO_SCHOOL = '';

/** Through which door a person asked for something. */
export const channel = z.enum(['portal', 'api', 'command-line']);
export type Channel = z.infer<typeof channel>;

/** Languages a person can read us in; French is the default. */
export const locale = z.enum(['fr', 'en']);
export type Locale = z.infer<typeof locale>;

/**
 * What a session opens: everything its user may do, or one step alone: choosing a key, giving the second factor, or
 * setting one up where that is compulsory and can wait no longer.
 */
export const sessionLevel = z.enum(['full', 'choose-key', 'second-factor', 'enrol-factor']);
export type SessionLevel = z.infer<typeof sessionLevel>;

/** SHA-256 of the session's secret, in hex. It names the session and opens nothing. */
export const sessionId = z.string().regex(/^[0-9a-f]{64}$/);

/** Names a remembered browser: 128 random bits in hex. It opens nothing without a validator (SES-04). */
export const rememberSelector = z.string().regex(/^[0-9a-f]{32}$/);

/** SHA-256 of a remembered browser's validator, in hex. */
export const validatorHash = z.string().regex(/^[0-9a-f]{64}$/);

/** An ISO 8601 instant in UTC, `2026-11-22T08:00:00.000Z`. */
export const instant = z.iso.datetime();

/**
 * Why somebody did what leaves a trace: a case number, or what the control is about, never who somebody is. On one line, with
 * nothing in it that a terminal would obey or a reader not see (AUD-04).
 */
export const reason = z
  .string()
  .trim()
  .min(3)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);

/** A compact JWE that only auth can open (`#sealing`). */
export const sealed = z.string().max(4096);

/** A network prefix, never a whole address: `203.0.113.0/24` or `2001:db8::/64` (LOG-05). */
export const network = z.string().max(64);

/** Why a chosen key is not accepted. */
export const keyRefusals = [
  'key-too-short',
  'key-too-long',
  'key-too-common',
  'key-too-guessable',
  'key-names-the-context',
  'key-is-current',
  'key-was-provisional',
  'key-not-text',
] as const;
export type KeyRefusal = (typeof keyRefusals)[number];

/** The kinds of second factor: an app that shows codes (RFC 6238), or a passkey (WebAuthn). */
export const factorKind = z.enum(['totp', 'passkey']);
export type FactorKind = z.infer<typeof factorKind>;

/** Why a provisional key is asked for. */
export const renewalReason = z.enum(['welcome', 'forgotten', 'asked-by-manager']);
export type RenewalReason = z.infer<typeof renewalReason>;
