import type { Parts } from '#platform';
import { AddressDigests } from './address-digests.adapter.js';
import { CoolOffScheduler } from './cool-off.scheduler.js';
import { EmailLinks } from './email-links.adapter.js';
import { FollowReferenceEmailLinkController } from './follow-reference-email-link/follow-reference-email-link.controller.js';
import { FollowReferenceEmailLinkHandler } from './follow-reference-email-link/follow-reference-email-link.handler.js';
import { GetRecipientController } from './get-recipient/get-recipient.controller.js';
import { GetRecipientHandler } from './get-recipient/get-recipient.handler.js';
import { GetReferenceEmailChangeController } from './get-reference-email-change/get-reference-email-change.controller.js';
import { GetReferenceEmailChangeHandler } from './get-reference-email-change/get-reference-email-change.handler.js';
import { MatchReferenceEmailController } from './match-reference-email/match-reference-email.controller.js';
import { MatchReferenceEmailHandler } from './match-reference-email/match-reference-email.handler.js';
import { RecordMailAnswerController } from './record-mail-answer/record-mail-answer.controller.js';
import { RecordMailAnswerHandler } from './record-mail-answer/record-mail-answer.handler.js';
import { RequestReferenceEmailChangeController } from './request-reference-email-change/request-reference-email-change.controller.js';
import { RequestReferenceEmailChangeHandler } from './request-reference-email-change/request-reference-email-change.handler.js';

export const referenceEmailParts: Parts = {
  controllers: [
    RequestReferenceEmailChangeController,
    FollowReferenceEmailLinkController,
    GetReferenceEmailChangeController,
    MatchReferenceEmailController,
    GetRecipientController,
    RecordMailAnswerController,
  ],
  providers: [
    RequestReferenceEmailChangeHandler,
    FollowReferenceEmailLinkHandler,
    GetReferenceEmailChangeHandler,
    MatchReferenceEmailHandler,
    GetRecipientHandler,
    RecordMailAnswerHandler,
    CoolOffScheduler,
    AddressDigests,
    EmailLinks,
  ],
};
