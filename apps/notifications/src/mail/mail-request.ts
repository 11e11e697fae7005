import type { Locale } from '#contracts';

/** What happened to somebody's second factors. */
export type FactorNews =
  | 'app-added'
  | 'passkey-added'
  | 'app-removed'
  | 'passkey-removed'
  | 'reset-by-manager'
  | 'reset-by-support'
  | 'codes-issued'
  | 'code-used'
  | 'passkey-suspected';

/** What a mail is about, with the references needed to write it at send time; never an address, a name or a key. */
type About =
  | Readonly<{
      kind: 'provisional-key';
      requestId: string;
      reason: 'forgotten' | 'asked-by-manager';
      locale: Locale;
    }>
  | Readonly<{ kind: 'welcome'; requestId: string; locale: Locale }>
  | Readonly<{ kind: 'key-changed-notice'; firstKey: boolean }>
  | Readonly<{ kind: 'token-reuse-notice' }>
  /** `browser`: in the portal's own words, such as "Firefox, Windows"; empty for a program (LOG-09). */
  | Readonly<{ kind: 'unusual-sign-in-notice'; newBrowser: boolean; failures: number; browser: string }>
  | Readonly<{ kind: 'second-factor-notice'; what: FactorNews }>
  | Readonly<{ kind: 'reference-email-confirmation'; changeId: string }>
  | Readonly<{ kind: 'reference-email-warning'; changeId: string; oldAddressUnusable: boolean }>
  | Readonly<{ kind: 'reference-email-changed-notice'; changeId: string }>
  | Readonly<{ kind: 'reference-email-in-place-notice'; changeId: string }>
  | Readonly<{ kind: 'reference-email-vetoed-notice'; changeId: string }>
  | Readonly<{ kind: 'identifier-disclosed'; caseId: string }>
  | Readonly<{
      kind: 'recovery-notice';
      caseId: string;
      mailboxLost: boolean;
      factorsLost?: true;
      availableFrom: string;
    }>
  /** The second proof of a recovery by phone (TEL-06); `requestId` is the id of the code it goes with. */
  | Readonly<{ kind: 'recovery-proof'; requestId: string }>;

/** A mail that something calls for. `askedAt` (ISO 8601) is when that happened: the mail's time to live counts from there. */
export type MailRequest = About & Readonly<{ userId: string; askedAt: string }>;

export type MailKind = MailRequest['kind'];
export type RequestOf<Kind extends MailKind> = Extract<MailRequest, { kind: Kind }>;

/** The mails that carry a provisional key or its like, made anew for each attempt (FRG-15). */
export type KeyMailRequest = RequestOf<'provisional-key' | 'welcome' | 'recovery-proof'>;

export const carriesKey = (request: MailRequest): request is KeyMailRequest =>
  request.kind === 'provisional-key' || request.kind === 'welcome' || request.kind === 'recovery-proof';
