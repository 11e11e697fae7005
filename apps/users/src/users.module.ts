import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { PlatformModule, type Platform } from '#platform';
import { Auditing } from './auditing/auditing.step.js';
import { FindUserController } from './auditing/find-user/find-user.controller.js';
import { FindUserHandler } from './auditing/find-user/find-user.handler.js';
import { GetUserAtController } from './auditing/get-user-at/get-user-at.controller.js';
import { GetUserAtHandler } from './auditing/get-user-at/get-user-at.handler.js';
import { TellUserController } from './auditing/tell-user/tell-user.controller.js';
import { TellUserHandler } from './auditing/tell-user/tell-user.handler.js';
import { ErasureFollower } from './erasure/erasure.follower.js';
import { ErasureJournal } from './erasure/erasure-journal.adapter.js';
import { Erasure } from './erasure/erasure.step.js';
import { PastErasures } from './erasure/past-erasures.step.js';
import { ReapplyErasuresController } from './erasure/reapply-erasures/reapply-erasures.controller.js';
import { ReapplyErasuresHandler } from './erasure/reapply-erasures/reapply-erasures.handler.js';
import { IdentifierDigests } from './identifier/identifier-digests.adapter.js';
import { IdentifierReservation } from './identifier/reserve-identifier.step.js';
import { AddOperatorController } from './operator/add-operator/add-operator.controller.js';
import { AddOperatorHandler } from './operator/add-operator/add-operator.handler.js';
import { AddressDigests } from './reference-email/address-digests.adapter.js';
import { CoolOffScheduler } from './reference-email/cool-off.scheduler.js';
import { EmailLinks } from './reference-email/email-links.adapter.js';
import { FollowReferenceEmailLinkController } from './reference-email/follow-reference-email-link/follow-reference-email-link.controller.js';
import { FollowReferenceEmailLinkHandler } from './reference-email/follow-reference-email-link/follow-reference-email-link.handler.js';
import { GetRecipientController } from './reference-email/get-recipient/get-recipient.controller.js';
import { GetRecipientHandler } from './reference-email/get-recipient/get-recipient.handler.js';
import { GetReferenceEmailChangeController } from './reference-email/get-reference-email-change/get-reference-email-change.controller.js';
import { GetReferenceEmailChangeHandler } from './reference-email/get-reference-email-change/get-reference-email-change.handler.js';
import { MatchReferenceEmailController } from './reference-email/match-reference-email/match-reference-email.controller.js';
import { MatchReferenceEmailHandler } from './reference-email/match-reference-email/match-reference-email.handler.js';
import { RequestReferenceEmailChangeController } from './reference-email/request-reference-email-change/request-reference-email-change.controller.js';
import { RequestReferenceEmailChangeHandler } from './reference-email/request-reference-email-change/request-reference-email-change.handler.js';
import { RetentionScheduler } from './retention/retention.scheduler.js';
import { ManagerCount } from './school/count-manager.step.js';
import { RegisterSchoolController } from './school/register-school/register-school.controller.js';
import { RegisterSchoolHandler } from './school/register-school/register-school.handler.js';
import { SchoolNames } from './school/school-names.step.js';
import { OpenSupportCaseController } from './support-case/open-support-case/open-support-case.controller.js';
import { OpenSupportCaseHandler } from './support-case/open-support-case/open-support-case.handler.js';
import { PlaceCallBackController } from './support-case/place-call-back/place-call-back.controller.js';
import { PlaceCallBackHandler } from './support-case/place-call-back/place-call-back.handler.js';
import { SettleCallBackController } from './support-case/settle-call-back/settle-call-back.controller.js';
import { SettleCallBackHandler } from './support-case/settle-call-back/settle-call-back.handler.js';
import { DiscloseIdentifierController } from './support-case/disclose-identifier/disclose-identifier.controller.js';
import { DiscloseIdentifierHandler } from './support-case/disclose-identifier/disclose-identifier.handler.js';
import { RequestRecoveryController } from './support-case/request-recovery/request-recovery.controller.js';
import { RequestRecoveryHandler } from './support-case/request-recovery/request-recovery.handler.js';
import { ApproveRecoveryController } from './support-case/approve-recovery/approve-recovery.controller.js';
import { ApproveRecoveryHandler } from './support-case/approve-recovery/approve-recovery.handler.js';
import { IssueRecoveryCodeController } from './support-case/issue-recovery-code/issue-recovery-code.controller.js';
import { IssueRecoveryCodeHandler } from './support-case/issue-recovery-code/issue-recovery-code.handler.js';
import { CloseSupportCaseController } from './support-case/close-support-case/close-support-case.controller.js';
import { CloseSupportCaseHandler } from './support-case/close-support-case/close-support-case.handler.js';
import { GetRecoveryVetoController } from './support-case/get-recovery-veto/get-recovery-veto.controller.js';
import { GetRecoveryVetoHandler } from './support-case/get-recovery-veto/get-recovery-veto.handler.js';
import { VetoRecoveryController } from './support-case/veto-recovery/veto-recovery.controller.js';
import { VetoRecoveryHandler } from './support-case/veto-recovery/veto-recovery.handler.js';
import { GetSupportCaseController } from './support-case/get-support-case/get-support-case.controller.js';
import { GetSupportCaseHandler } from './support-case/get-support-case/get-support-case.handler.js';
import { FindSchoolsController } from './support-desk/find-schools/find-schools.controller.js';
import { FindSchoolsHandler } from './support-desk/find-schools/find-schools.handler.js';
import { ListSupportCasesController } from './support-desk/list-support-cases/list-support-cases.controller.js';
import { ListSupportCasesHandler } from './support-desk/list-support-cases/list-support-cases.handler.js';
import { ChangeManagerPhoneController } from './school/change-manager-phone/change-manager-phone.controller.js';
import { ChangeManagerPhoneHandler } from './school/change-manager-phone/change-manager-phone.handler.js';
import { ListDemoCallsController } from './telephony/list-demo-calls/list-demo-calls.controller.js';
import { ListDemoCallsHandler } from './telephony/list-demo-calls/list-demo-calls.handler.js';
import { Operators } from './operator/operators.step.js';
import { CaseFollower } from './support-case/case-follower.reactor.js';
import { OperatorPaces } from './operator/pace.step.js';
import { CaseWork } from './support-case/case-work.step.js';
import { CodesOfCases } from './support-case/codes-of-cases.step.js';
import { PhonesOnFile } from './support-case/phones-on-file.step.js';
import { VetoLinks } from './support-case/veto-links.adapter.js';
import { SupportDesk } from './support-desk/support-desk.projection.js';
import { telephonyProvider } from './telephony/telephony.provider.js';
import { GetUserController } from './user-list/get-user/get-user.controller.js';
import { GetUserHandler } from './user-list/get-user/get-user.handler.js';
import { ListUsersController } from './user-list/list-users/list-users.controller.js';
import { ListUsersHandler } from './user-list/list-users/list-users.handler.js';
import { PageCursors } from './user-list/page-cursor.adapter.js';
import { UserListProjection } from './user-list/user-list.projection.js';
import { AddUserController } from './user/add-user/add-user.controller.js';
import { AddUserHandler } from './user/add-user/add-user.handler.js';
import { AskProvisionalKeyController } from './user/ask-provisional-key/ask-provisional-key.controller.js';
import { AskProvisionalKeyHandler } from './user/ask-provisional-key/ask-provisional-key.handler.js';
import { Authority } from './user/authority.step.js';
import { CheckNewUsersController } from './user/check-new-users/check-new-users.controller.js';
import { CheckNewUsersHandler } from './user/check-new-users/check-new-users.handler.js';
import { DeactivateUserController } from './user/deactivate-user/deactivate-user.controller.js';
import { DeactivateUserHandler } from './user/deactivate-user/deactivate-user.handler.js';
import { UserEntry } from './user/enter-user.step.js';
import { EraseUserController } from './user/erase-user/erase-user.controller.js';
import { EraseUserHandler } from './user/erase-user/erase-user.handler.js';
import { GetKeyContextController } from './user/get-key-context/get-key-context.controller.js';
import { GetKeyContextHandler } from './user/get-key-context/get-key-context.handler.js';
import { GetProfileController } from './user/get-profile/get-profile.controller.js';
import { GetProfileHandler } from './user/get-profile/get-profile.handler.js';
import { ReactivateUserController } from './user/reactivate-user/reactivate-user.controller.js';
import { ReactivateUserHandler } from './user/reactivate-user/reactivate-user.handler.js';
import { RequestErasureController } from './user/request-erasure/request-erasure.controller.js';
import { RequestErasureHandler } from './user/request-erasure/request-erasure.handler.js';
import { UnlockRecordController } from './user/unlock-record/unlock-record.controller.js';
import { UnlockRecordHandler } from './user/unlock-record/unlock-record.handler.js';

const controllers = [
  RegisterSchoolController,
  AddOperatorController,
  AddUserController,
  CheckNewUsersController,
  DeactivateUserController,
  ReactivateUserController,
  AskProvisionalKeyController,
  RequestErasureController,
  EraseUserController,
  ReapplyErasuresController,
  UnlockRecordController,
  FindUserController,
  TellUserController,
  GetUserAtController,
  GetProfileController,
  GetKeyContextController,
  RequestReferenceEmailChangeController,
  FollowReferenceEmailLinkController,
  GetReferenceEmailChangeController,
  MatchReferenceEmailController,
  GetRecipientController,
  ListUsersController,
  GetUserController,
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
  FindSchoolsController,
  ListSupportCasesController,
  ChangeManagerPhoneController,
  ListDemoCallsController,
];

const handlers = [
  RegisterSchoolHandler,
  AddOperatorHandler,
  AddUserHandler,
  CheckNewUsersHandler,
  DeactivateUserHandler,
  ReactivateUserHandler,
  AskProvisionalKeyHandler,
  RequestErasureHandler,
  EraseUserHandler,
  ReapplyErasuresHandler,
  UnlockRecordHandler,
  FindUserHandler,
  TellUserHandler,
  GetUserAtHandler,
  GetProfileHandler,
  GetKeyContextHandler,
  RequestReferenceEmailChangeHandler,
  FollowReferenceEmailLinkHandler,
  GetReferenceEmailChangeHandler,
  MatchReferenceEmailHandler,
  GetRecipientHandler,
  ListUsersHandler,
  GetUserHandler,
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
  FindSchoolsHandler,
  ListSupportCasesHandler,
  ChangeManagerPhoneHandler,
  ListDemoCallsHandler,
];

const steps = [
  Auditing,
  Operators,
  CaseWork,
  OperatorPaces,
  CaseFollower,
  CodesOfCases,
  PhonesOnFile,
  Authority,
  IdentifierReservation,
  UserEntry,
  ManagerCount,
  SchoolNames,
  CoolOffScheduler,
  Erasure,
  PastErasures,
  ErasureFollower,
  RetentionScheduler,
];
const adapters = [
  VetoLinks,
  SupportDesk,
  IdentifierDigests,
  AddressDigests,
  EmailLinks,
  ErasureJournal,
  PageCursors,
  UserListProjection,
];

/** Schools, users, identifiers and reference addresses. */
@Module({})
export class UsersModule {
  static with(platform: Platform): DynamicModule {
    return {
      module: UsersModule,
      imports: [CqrsModule.forRoot(), PlatformModule.with(platform)],
      controllers,
      providers: [...handlers, ...steps, ...adapters, telephonyProvider],
    };
  }
}
