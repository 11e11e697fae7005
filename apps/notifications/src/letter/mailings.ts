import { keyChangedNotice } from '../key-changed-notice/key-changed-notice.mail.js';
import type { MailKind, RequestOf } from '../mail/mail-request.js';
import { provisionalKey } from '../provisional-key/provisional-key.mail.js';
import { referenceEmailChangedNotice } from '../reference-email-changed-notice/reference-email-changed-notice.mail.js';
import { referenceEmailConfirmation } from '../reference-email-confirmation/reference-email-confirmation.mail.js';
import { referenceEmailInPlaceNotice } from '../reference-email-in-place-notice/reference-email-in-place-notice.mail.js';
import { identifierDisclosed } from '../identifier-disclosed/identifier-disclosed.mail.js';
import { recoveryNotice } from '../recovery-notice/recovery-notice.mail.js';
import { recoveryProof } from '../recovery-proof/recovery-proof.mail.js';
import { referenceEmailVetoedNotice } from '../reference-email-vetoed-notice/reference-email-vetoed-notice.mail.js';
import { referenceEmailWarning } from '../reference-email-warning/reference-email-warning.mail.js';
import { secondFactorNotice } from '../second-factor-notice/second-factor-notice.mail.js';
import { tokenReuseNotice } from '../token-reuse-notice/token-reuse-notice.mail.js';
import { unusualSignInNotice } from '../unusual-sign-in-notice/unusual-sign-in-notice.mail.js';
import { welcome } from '../welcome/welcome.mail.js';
import type { Mailing } from './mailing.js';

const mailings: { readonly [Kind in MailKind]: Mailing<Kind> } = {
  'provisional-key': provisionalKey,
  welcome,
  'key-changed-notice': keyChangedNotice,
  'token-reuse-notice': tokenReuseNotice,
  'unusual-sign-in-notice': unusualSignInNotice,
  'second-factor-notice': secondFactorNotice,
  'reference-email-confirmation': referenceEmailConfirmation,
  'reference-email-warning': referenceEmailWarning,
  'reference-email-changed-notice': referenceEmailChangedNotice,
  'reference-email-in-place-notice': referenceEmailInPlaceNotice,
  'reference-email-vetoed-notice': referenceEmailVetoedNotice,
  'recovery-proof': recoveryProof,
  'recovery-notice': recoveryNotice,
  'identifier-disclosed': identifierDisclosed,
};

/** The mailing that answers a request of its kind. */
export const mailingFor = <Kind extends MailKind>(request: RequestOf<Kind>): Mailing<Kind> =>
  mailings[request.kind as Kind];
