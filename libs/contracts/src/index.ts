export { command, query } from './request.js';
export { roleNames } from './role-names.js';
export type { PayloadOf, ReplyOf, Request } from './request.js';
export {
  factorKind,
  instant,
  keyRefusals,
  NO_SCHOOL,
  locale,
  network,
  reason,
  rememberSelector,
  renewalReason,
  role,
  schoolRole,
  sealed,
  sessionId,
  sessionLevel,
  validatorHash,
  vendorRole,
} from './vocabulary.js';
export type {
  FactorKind,
  KeyRefusal,
  Channel,
  Locale,
  RenewalReason,
  Role,
  SchoolRole,
  SessionLevel,
  VendorRole,
} from './vocabulary.js';
export {
  ConfirmKey,
  EndOtherSessions,
  EndSession,
  ForgetDevice,
  ListSessions,
  ResumeSession,
  SignIn,
  TouchSession,
  VerifySession,
  session,
} from './auth/sign-in.js';
export type { Session } from './auth/sign-in.js';
export {
  ChangeKey,
  ChooseKey,
  ForgetCredential,
  ImportKey,
  IssueProvisionalKey,
  RecordProvisionalKeySent,
  RequestKeyRenewal,
  RevokeProvisionalKeys,
} from './auth/keys.js';
export {
  AddPasskey,
  AskPasskeyChallenge,
  ConfirmTotp,
  GetFactors,
  GiveSecondFactor,
  IssueRecoveryCodes,
  RemoveFactor,
  ResetFactors,
  StartTotp,
} from './auth/factors.js';
export { GetTokenKeys, IssueToken, tokenKey } from './auth/tokens.js';
export { AddUser, CheckNewUsers, RegisterSchool, actor, detailRefusals } from './users/schools.js';
export type { Actor } from './users/schools.js';
export { GetCredentialAt, TellCredential } from './auth/auditing.js';
export { FindUser, GetUserAt, TellUser, UnlockRecord, personalField, toldEvent } from './users/auditing.js';
export type { ToldEvent } from './users/auditing.js';
export { EraseUser, ReapplyErasures, RequestErasure, operator } from './users/erasures.js';
export {
  CancelRecoveryCode,
  HoldRecoveryCode,
  HoldRecoveryProof,
  RedeemRecoveryCode,
} from './auth/recovery.js';
export { AddOperator } from './users/operators.js';
export {
  AskProvisionalKey,
  DeactivateUser,
  GetKeyContext,
  GetProfile,
  GetUser,
  ListUsers,
  ReactivateUser,
  profile,
  userState,
  userView,
} from './users/users.js';
export type { Profile, UserView } from './users/users.js';
export {
  ApproveRecovery,
  ChangeManagerPhone,
  CloseSupportCase,
  DiscloseIdentifier,
  FindSchools,
  GetRecoveryVeto,
  GetSupportCase,
  IssueRecoveryCode,
  ListDemoCalls,
  ListSupportCases,
  OpenSupportCase,
  PlaceCallBack,
  RequestRecovery,
  SettleCallBack,
  VetoRecovery,
  caseActor,
  caseOfActor,
  caseOutcome,
  caseRefusals,
  caseStep,
  supportCaseView,
} from './users/support.js';
export type { SupportCaseView } from './users/support.js';
export {
  FollowReferenceEmailLink,
  GetRecipient,
  RecordMailAnswer,
  GetReferenceEmailChange,
  MatchReferenceEmail,
  RequestReferenceEmailChange,
} from './users/reference-email.js';
export { GetDemoMail, ListDemoMails } from './notifications/demo-mailbox.js';
export { normaliseIdentifier } from './identifier.js';
export { parisInstant } from './paris-instant.js';
export { topics } from './messages/message.js';
export type { Message, MessageBody, Topic } from './messages/message.js';
export { cloudEvent } from './messages/cloud-event.js';
export type { CloudEvent } from './messages/cloud-event.js';
export { credentialMessage } from './messages/credential.js';
export type { CredentialMessage } from './messages/credential.js';
export { sessionMessage } from './messages/session.js';
export type { SessionMessage } from './messages/session.js';
export { userMessage } from './messages/user.js';
export type { UserMessage } from './messages/user.js';
