import type { CredentialMessage, Message, SessionMessage, UserMessage } from '#contracts';
import type { FactorNews, MailRequest } from '../mail/mail-request.js';

/** The mails that what happened in another service calls for; most messages call for none. */
export const mailsFor = ({
  body,
  at: askedAt,
}: Message<CredentialMessage | SessionMessage | UserMessage>): readonly MailRequest[] => {
  const about = { userId: body.userId, askedAt };
  switch (body.type) {
    case 'credential.key-renewal-requested': {
      const { requestId, reason, locale } = body;
      return reason === 'welcome'
        ? [{ kind: 'welcome', requestId, locale, ...about }]
        : [{ kind: 'provisional-key', requestId, reason, locale, ...about }];
    }
    case 'credential.key-chosen':
    case 'credential.key-changed':
      return [{ kind: 'key-changed-notice', firstKey: body.generation === 1, ...about }];
    case 'session.reuse-detected':
      return [{ kind: 'token-reuse-notice', ...about }];
    case 'credential.factor-added':
      return [news(body.kind === 'totp' ? 'app-added' : 'passkey-added', about)];
    case 'credential.factor-removed':
      return [news(body.kind === 'totp' ? 'app-removed' : 'passkey-removed', about)];
    case 'credential.factors-reset':
      return [news(body.caseId === undefined ? 'reset-by-manager' : 'reset-by-support', about)];
    case 'credential.recovery-codes-issued':
      // With the first factor one mail tells of both (MFA-05).
      return body.first ? [] : [news('codes-issued', about)];
    case 'credential.recovery-code-used':
      return [news('code-used', about)];
    case 'credential.passkey-suspected':
      return [news('passkey-suspected', about)];
    case 'user.reference-email-change-requested': {
      const { changeId, tellNew, tellOld, oldAddressUnusable } = body;
      return [
        ...(tellNew ? [{ kind: 'reference-email-confirmation', changeId, ...about } as const] : []),
        ...(tellOld
          ? [{ kind: 'reference-email-warning', changeId, oldAddressUnusable, ...about } as const]
          : []),
      ];
    }
    case 'user.reference-email-changed':
      return [
        { kind: 'reference-email-changed-notice', changeId: body.changeId, ...about },
        { kind: 'reference-email-in-place-notice', changeId: body.changeId, ...about },
      ];
    case 'user.identifier-disclosed':
      return [{ kind: 'identifier-disclosed', caseId: body.caseId, ...about }];
    case 'user.recovery-requested': {
      const { caseId, mailboxLost, factorsLost, availableFrom } = body;
      const lost = { mailboxLost, ...(factorsLost === true ? { factorsLost } : {}) };
      return [{ kind: 'recovery-notice', caseId, ...lost, availableFrom, ...about }];
    }
    case 'credential.recovery-code-held':
      return body.byMail ? [{ kind: 'recovery-proof', requestId: body.codeId, ...about }] : [];
    case 'user.reference-email-change-vetoed':
      return [{ kind: 'reference-email-vetoed-notice', changeId: body.changeId, ...about }];
    case 'session.opened':
      return body.unusual === undefined
        ? []
        : [{ kind: 'unusual-sign-in-notice', ...body.unusual, ...about }];
    case 'session.ended':
    case 'session.forgotten':
    case 'credential.opened':
    case 'credential.recovery-code-rejected':
    case 'credential.recovery-code-redeemed':
    case 'credential.key-imported':
    case 'credential.sessions-ended':
    case 'credential.disabled':
    case 'credential.restored':
    case 'user.registered':
    case 'user.deactivated':
    case 'user.erased':
    case 'user.reactivated':
    case 'user.provisional-key-asked':
      return [];
    default:
      // A newer service may tell of things this one does not know yet; none of them can call for a mail it cannot write.
      body satisfies never;
      return [];
  }
};

const news = (what: FactorNews, about: Pick<MailRequest, 'userId' | 'askedAt'>): MailRequest => ({
  kind: 'second-factor-notice',
  what,
  ...about,
});
