import { describe, expect, it } from '@jest/globals';
import {
  type CredentialMessage,
  type Message,
  type SessionMessage,
  topics,
  type UserMessage,
} from '#contracts';
import { mailsFor } from './mails-for.js';

const at = '2026-11-23T08:00:00.000Z';
type Body = CredentialMessage | SessionMessage | UserMessage;
const message = (body: Body): Message<Body> => ({
  id: 'e1',
  topic: body.type.startsWith('user.') ? topics.user : topics.credential,
  key: body.userId,
  at,
  position: 7,
  body,
});
const school = { userId: 'u1', schoolId: 's1' };
const change = { ...school, type: 'user.reference-email-change-requested', changeId: 'c1' } as const;
const kinds = (body: Body) => mailsFor(message(body)).map(({ kind }) => kind);

describe('mailsFor', () => {
  it('asks for a provisional key, or for a welcome, in the language of the request', () => {
    const asked = { type: 'credential.key-renewal-requested', userId: 'u1', requestId: 'r1' } as const;
    expect(mailsFor(message({ ...asked, reason: 'forgotten', locale: 'en' }))).toEqual([
      {
        kind: 'provisional-key',
        userId: 'u1',
        requestId: 'r1',
        reason: 'forgotten',
        locale: 'en',
        askedAt: at,
      },
    ]);
    expect(mailsFor(message({ ...asked, reason: 'welcome', locale: 'fr' }))).toEqual([
      { kind: 'welcome', userId: 'u1', requestId: 'r1', locale: 'fr', askedAt: at },
    ]);
  });

  it('tells of every new key, and knows a first one (FRG-05)', () => {
    const key = { userId: 'u1', epoch: 3 };
    expect(mailsFor(message({ type: 'credential.key-chosen', ...key, generation: 1 }))).toEqual([
      { kind: 'key-changed-notice', firstKey: true, userId: 'u1', askedAt: at },
    ]);
    expect(mailsFor(message({ type: 'credential.key-changed', ...key, generation: 2 }))).toEqual([
      { kind: 'key-changed-notice', firstKey: false, userId: 'u1', askedAt: at },
    ]);
  });

  it('tells both sides of a reference e-mail change that is asked for (REF-02)', () => {
    expect(kinds({ ...change, tellNew: true, tellOld: true, oldAddressUnusable: false })).toEqual([
      'reference-email-confirmation',
      'reference-email-warning',
    ]);
    expect(kinds({ ...change, tellNew: true, tellOld: false, oldAddressUnusable: false })).toEqual([
      'reference-email-confirmation',
    ]);
    expect(kinds({ ...change, tellNew: false, tellOld: true, oldAddressUnusable: true })).toEqual([
      'reference-email-warning',
    ]);
  });

  it('tells the former address and those in place of a change, and of a veto (REF-03, REF-04)', () => {
    expect(kinds({ ...school, type: 'user.reference-email-changed', changeId: 'c1' })).toEqual([
      'reference-email-changed-notice',
      'reference-email-in-place-notice',
    ]);
    expect(kinds({ ...school, type: 'user.reference-email-change-vetoed', changeId: 'c1' })).toEqual([
      'reference-email-vetoed-notice',
    ]);
  });

  it('tells of a remember-me cookie that came back, and of no other end of a session (SES-06)', () => {
    expect(kinds({ type: 'session.reuse-detected', userId: 'u1' })).toEqual(['token-reuse-notice']);
    expect(kinds({ type: 'session.forgotten', userId: 'u1' })).toEqual([]);
  });

  it('tells of a sign-in that was unusual, and of no other (LOG-09)', () => {
    const opened = {
      type: 'session.opened',
      userId: 'u1',
      sessionId: '5f'.repeat(32),
      level: 'full',
    } as const;
    const unusual = { newBrowser: true, failures: 0, browser: 'Firefox, Windows' };
    expect(mailsFor(message({ ...opened, unusual }))).toEqual([
      { kind: 'unusual-sign-in-notice', ...unusual, userId: 'u1', askedAt: at },
    ]);
    expect(kinds(opened)).toEqual([]);
  });

  it('tells of every change of a second factor, once (MFA-05, MFA-06)', () => {
    const what = (body: Body) => mailsFor(message(body)).map((mail) => 'what' in mail && mail.what);
    const user = { userId: 'u1' } as const;
    const added = { type: 'credential.factor-added', ...user } as const;
    const removed = { type: 'credential.factor-removed', ...user } as const;
    expect(what({ ...added, kind: 'totp', first: true })).toEqual(['app-added']);
    expect(what({ ...added, kind: 'passkey', first: false })).toEqual(['passkey-added']);
    expect(what({ ...removed, kind: 'totp', left: 1 })).toEqual(['app-removed']);
    expect(what({ ...removed, kind: 'passkey', left: 0 })).toEqual(['passkey-removed']);
    expect(what({ type: 'credential.factors-reset', ...user })).toEqual(['reset-by-manager']);
    const byCase = { type: 'credential.factors-reset', caseId: 'case-1', ...user } as const;
    expect(what(byCase)).toEqual(['reset-by-support']);
    expect(what({ type: 'credential.recovery-codes-issued', first: false, ...user })).toEqual([
      'codes-issued',
    ]);
    expect(what({ type: 'credential.recovery-codes-issued', first: true, ...user })).toEqual([]);
    expect(what({ type: 'credential.recovery-code-used', left: 3, ...user })).toEqual(['code-used']);
    expect(what({ type: 'credential.passkey-suspected', ...user })).toEqual(['passkey-suspected']);
  });

  it('tells every address of a recovery by phone, and the identifier support disclosed (TEL-07)', () => {
    const case_ = { ...school, caseId: 'case-1' };
    expect(kinds({ ...case_, type: 'user.identifier-disclosed' })).toEqual(['identifier-disclosed']);
    const lost = { mailboxLost: true, availableFrom: '2026-11-25T08:00:00.000Z' };
    expect(mailsFor(message({ ...case_, type: 'user.recovery-requested', ...lost }))).toEqual([
      { kind: 'recovery-notice', caseId: 'case-1', ...lost, userId: 'u1', askedAt: at },
    ]);
  });

  it('mails a second proof for a code of support that asks for one, and for no other (TEL-06)', () => {
    const held = {
      type: 'credential.recovery-code-held',
      userId: 'u1',
      caseId: 'case-1',
      codeId: 'c1',
    } as const;
    expect(mailsFor(message({ ...held, byMail: true }))).toEqual([
      { kind: 'recovery-proof', requestId: 'c1', userId: 'u1', askedAt: at },
    ]);
    expect(kinds({ ...held, byMail: false })).toEqual([]);
  });

  it('writes nothing about anything else, known or not', () => {
    expect(kinds({ type: 'credential.opened', userId: 'u1' })).toEqual([]);
    expect(kinds({ type: 'credential.key-imported', userId: 'u1', generation: 1 })).toEqual([]);
    expect(kinds({ ...school, type: 'user.deactivated' })).toEqual([]);
    expect(kinds({ ...school, type: 'user.married' } as never)).toEqual([]);
  });
});
