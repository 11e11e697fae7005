import type { Parts } from '#platform';
import { ApproveRecoveryController } from './approve-recovery/approve-recovery.controller.js';
import { ApproveRecoveryHandler } from './approve-recovery/approve-recovery.handler.js';
import { CaseFollower } from './case-follower.reactor.js';
import { CaseWork } from './case-work.step.js';
import { CloseSupportCaseController } from './close-support-case/close-support-case.controller.js';
import { CloseSupportCaseHandler } from './close-support-case/close-support-case.handler.js';
import { CodesOfCases } from './codes-of-cases.step.js';
import { DiscloseIdentifierController } from './disclose-identifier/disclose-identifier.controller.js';
import { DiscloseIdentifierHandler } from './disclose-identifier/disclose-identifier.handler.js';
import { GetRecoveryVetoController } from './get-recovery-veto/get-recovery-veto.controller.js';
import { GetRecoveryVetoHandler } from './get-recovery-veto/get-recovery-veto.handler.js';
import { GetSupportCaseController } from './get-support-case/get-support-case.controller.js';
import { GetSupportCaseHandler } from './get-support-case/get-support-case.handler.js';
import { IssueRecoveryCodeController } from './issue-recovery-code/issue-recovery-code.controller.js';
import { IssueRecoveryCodeHandler } from './issue-recovery-code/issue-recovery-code.handler.js';
import { OpenSupportCaseController } from './open-support-case/open-support-case.controller.js';
import { OpenSupportCaseHandler } from './open-support-case/open-support-case.handler.js';
import { PhonesOnFile } from './phones-on-file.step.js';
import { PlaceCallBackController } from './place-call-back/place-call-back.controller.js';
import { PlaceCallBackHandler } from './place-call-back/place-call-back.handler.js';
import { RequestRecoveryController } from './request-recovery/request-recovery.controller.js';
import { RequestRecoveryHandler } from './request-recovery/request-recovery.handler.js';
import { SettleCallBackController } from './settle-call-back/settle-call-back.controller.js';
import { SettleCallBackHandler } from './settle-call-back/settle-call-back.handler.js';
import { VetoLinks } from './veto-links.adapter.js';
import { VetoRecoveryController } from './veto-recovery/veto-recovery.controller.js';
import { VetoRecoveryHandler } from './veto-recovery/veto-recovery.handler.js';

export const supportCaseParts: Parts = {
  controllers: [
    OpenSupportCaseController,
    PlaceCallBackController,
    SettleCallBackController,
    DiscloseIdentifierController,
    RequestRecoveryController,
    ApproveRecoveryController,
    IssueRecoveryCodeController,
    CloseSupportCaseController,
    GetRecoveryVetoController,
    VetoRecoveryController,
    GetSupportCaseController,
  ],
  providers: [
    OpenSupportCaseHandler,
    PlaceCallBackHandler,
    SettleCallBackHandler,
    DiscloseIdentifierHandler,
    RequestRecoveryHandler,
    ApproveRecoveryHandler,
    IssueRecoveryCodeHandler,
    CloseSupportCaseHandler,
    GetRecoveryVetoHandler,
    VetoRecoveryHandler,
    GetSupportCaseHandler,
    CaseWork,
    CaseFollower,
    CodesOfCases,
    PhonesOnFile,
    VetoLinks,
  ],
};
