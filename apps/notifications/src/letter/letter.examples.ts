import type { Locale } from '#contracts';
import { SignedLinks } from '#links';
import type { MailKind, MailRequest, RequestOf } from '../mail/mail-request.js';
import type { Facts, IssuedKey, Recipient } from './mailing.js';
import { mailingFor } from './mailings.js';
import { MailLinks } from './mail-links.js';
import { writeLetter } from './write-letter.js';

export const askedAt = '2026-11-23T08:00:00.000Z';
export const links = new MailLinks('https://portail.example', new SignedLinks(Buffer.alloc(32, 1)));
export const issued: IssuedKey = {
  key: 'K7QD-2MXR-9VTB-04HN',
  issueId: 'i1',
  expiresAt: '2026-11-23T09:00:05.000Z',
};
export const recipient: Recipient = {
  outcome: 'done',
  addresses: ['marie@exemple.fr'],
  firstName: 'Marie',
  maskedIdentifier: 'ma…nd',
  identifier: 'marie.durand',
  maskedNew: 'm…d@n…e.fr',
  schoolName: 'Auto-école du Port',
  locale: 'fr',
};

const about = { userId: 'u1', askedAt } as const;

/** One request of every kind, two where a letter has two faces. */
export const requests: Readonly<Record<string, MailRequest>> = {
  'provisional-key': {
    kind: 'provisional-key',
    requestId: 'r1',
    reason: 'forgotten',
    locale: 'fr',
    ...about,
  },
  'provisional-key-asked-by-manager': {
    kind: 'provisional-key',
    requestId: 'r1',
    reason: 'asked-by-manager',
    locale: 'fr',
    ...about,
  },
  welcome: { kind: 'welcome', requestId: 'r1', locale: 'fr', ...about },
  'key-changed-notice': { kind: 'key-changed-notice', firstKey: false, ...about },
  'first-key-chosen-notice': { kind: 'key-changed-notice', firstKey: true, ...about },
  'token-reuse-notice': { kind: 'token-reuse-notice', ...about },
  'unusual-sign-in-new-browser': {
    kind: 'unusual-sign-in-notice',
    newBrowser: true,
    failures: 0,
    browser: 'Firefox, Windows',
    ...about,
  },
  'unusual-sign-in-new-program-after-failures': {
    kind: 'unusual-sign-in-notice',
    newBrowser: true,
    failures: 6,
    browser: '',
    ...about,
  },
  'unusual-sign-in-after-failures': {
    kind: 'unusual-sign-in-notice',
    newBrowser: false,
    failures: 5,
    browser: 'Safari, iPhone',
    ...about,
  },
  'factor-app-added': { kind: 'second-factor-notice', what: 'app-added', ...about },
  'factor-passkey-added': { kind: 'second-factor-notice', what: 'passkey-added', ...about },
  'factor-app-removed': { kind: 'second-factor-notice', what: 'app-removed', ...about },
  'factor-passkey-removed': { kind: 'second-factor-notice', what: 'passkey-removed', ...about },
  'factor-reset-by-manager': { kind: 'second-factor-notice', what: 'reset-by-manager', ...about },
  'factor-reset-by-support': { kind: 'second-factor-notice', what: 'reset-by-support', ...about },
  'factor-codes-issued': { kind: 'second-factor-notice', what: 'codes-issued', ...about },
  'factor-code-used': { kind: 'second-factor-notice', what: 'code-used', ...about },
  'factor-passkey-suspected': { kind: 'second-factor-notice', what: 'passkey-suspected', ...about },
  'reference-email-confirmation': { kind: 'reference-email-confirmation', changeId: 'c1', ...about },
  'reference-email-warning': {
    kind: 'reference-email-warning',
    changeId: 'c1',
    oldAddressUnusable: false,
    ...about,
  },
  'reference-email-warning-unusable': {
    kind: 'reference-email-warning',
    changeId: 'c1',
    oldAddressUnusable: true,
    ...about,
  },
  'reference-email-changed-notice': { kind: 'reference-email-changed-notice', changeId: 'c1', ...about },
  'reference-email-in-place-notice': { kind: 'reference-email-in-place-notice', changeId: 'c1', ...about },
  'identifier-disclosed': { kind: 'identifier-disclosed', caseId: 'case-1', ...about },
  'recovery-notice': {
    kind: 'recovery-notice',
    caseId: 'case-1',
    mailboxLost: false,
    availableFrom: askedAt,
    ...about,
  },
  'recovery-notice-mailbox-lost': {
    kind: 'recovery-notice',
    caseId: 'case-1',
    mailboxLost: true,
    availableFrom: '2026-11-25T08:00:00.000Z',
    ...about,
  },
  'recovery-notice-factors-lost': {
    kind: 'recovery-notice',
    caseId: 'case-1',
    mailboxLost: false,
    factorsLost: true,
    availableFrom: '2026-11-25T08:00:00.000Z',
    ...about,
  },
  'recovery-proof': { kind: 'recovery-proof', requestId: 'code-1', ...about },
  'reference-email-vetoed-notice': { kind: 'reference-email-vetoed-notice', changeId: 'c1', ...about },
};

export const letterFor = (request: MailRequest, locale: Locale, to: Recipient = recipient) =>
  writeLetter(mailingFor<MailKind>(request as RequestOf<MailKind>), to, {
    request,
    locale,
    links,
    issued,
    now: askedAt,
  } as Facts<MailKind>);
