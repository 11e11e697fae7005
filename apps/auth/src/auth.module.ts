import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { type Platform, PlatformModule } from '#platform';
import { Opener } from '#sealing';
import { AttemptsGate } from './attempts/attempts.gate.js';
import { AttemptsUnderWay } from './attempts/under-way.adapter.js';
import { BucketBatches } from './attempts/bucket.batches.js';
import { Buckets } from './attempts/buckets.adapter.js';
import { AuthReadiness } from './auth.readiness.js';
import { ChangeKeyController } from './credential/change-key/change-key.controller.js';
import { ChangeKeyHandler } from './credential/change-key/change-key.handler.js';
import { ChooseKeyController } from './credential/choose-key/choose-key.controller.js';
import { ChooseKeyHandler } from './credential/choose-key/choose-key.handler.js';
import { CurrentKey } from './credential/current-key.step.js';
import { ForgetCredentialController } from './credential/forget-credential/forget-credential.controller.js';
import { ForgetCredentialHandler } from './credential/forget-credential/forget-credential.handler.js';
import { ForgottenCredentials } from './credential/forgotten-credentials.step.js';
import { GetCredentialAtController } from './credential/get-credential-at/get-credential-at.controller.js';
import { GetCredentialAtHandler } from './credential/get-credential-at/get-credential-at.handler.js';
import { TellCredentialController } from './credential/tell-credential/tell-credential.controller.js';
import { TellCredentialHandler } from './credential/tell-credential/tell-credential.handler.js';
import { ImportKeyController } from './credential/import-key/import-key.controller.js';
import { ImportKeyHandler } from './credential/import-key/import-key.handler.js';
import { IssueProvisionalKeyController } from './credential/issue-provisional-key/issue-provisional-key.controller.js';
import { IssueProvisionalKeyHandler } from './credential/issue-provisional-key/issue-provisional-key.handler.js';
import { ProvisionalKeys } from './credential/provisional-keys.adapter.js';
import { RecordProvisionalKeySentController } from './credential/record-provisional-key-sent/record-provisional-key-sent.controller.js';
import { RecordProvisionalKeySentHandler } from './credential/record-provisional-key-sent/record-provisional-key-sent.handler.js';
import { RecordedOnce } from './credential/recorded-once.step.js';
import { RevokeProvisionalKeysController } from './credential/revoke-provisional-keys/revoke-provisional-keys.controller.js';
import { RevokeProvisionalKeysHandler } from './credential/revoke-provisional-keys/revoke-provisional-keys.handler.js';
import { Directory } from './directory/directory.adapter.js';
import { IdentifierDigests } from './directory/identifier-digests.adapter.js';
import { AddPasskeyController } from './factors/add-passkey/add-passkey.controller.js';
import { AddPasskeyHandler } from './factors/add-passkey/add-passkey.handler.js';
import { AskPasskeyChallengeController } from './factors/ask-passkey-challenge/ask-passkey-challenge.controller.js';
import { AskPasskeyChallengeHandler } from './factors/ask-passkey-challenge/ask-passkey-challenge.handler.js';
import { ChangingFactors } from './factors/changing-factors.step.js';
import { ConfirmTotpController } from './factors/confirm-totp/confirm-totp.controller.js';
import { ConfirmTotpHandler } from './factors/confirm-totp/confirm-totp.handler.js';
import { FactorAttempts } from './factors/factor-attempts.step.js';
import { FactorCheck } from './factors/factor-check.step.js';
import { GetFactorsController } from './factors/get-factors/get-factors.controller.js';
import { GetFactorsHandler } from './factors/get-factors/get-factors.handler.js';
import { GiveSecondFactorController } from './factors/give-second-factor/give-second-factor.controller.js';
import { GiveSecondFactorHandler } from './factors/give-second-factor/give-second-factor.handler.js';
import { IssueRecoveryCodesController } from './factors/issue-recovery-codes/issue-recovery-codes.controller.js';
import { IssueRecoveryCodesHandler } from './factors/issue-recovery-codes/issue-recovery-codes.handler.js';
import { NewRecoveryCodes } from './factors/new-codes.step.js';
import { Passkeys } from './factors/passkeys.adapter.js';
import { RemoveFactorController } from './factors/remove-factor/remove-factor.controller.js';
import { RemoveFactorHandler } from './factors/remove-factor/remove-factor.handler.js';
import { ResetFactorsController } from './factors/reset-factors/reset-factors.controller.js';
import { ResetFactorsHandler } from './factors/reset-factors/reset-factors.handler.js';
import { SignInLevels } from './factors/sign-in-levels.step.js';
import { StartTotpController } from './factors/start-totp/start-totp.controller.js';
import { StartTotpHandler } from './factors/start-totp/start-totp.handler.js';
import { TotpCodes } from './factors/totp-codes.adapter.js';
import { Background } from './housekeeping/background.adapter.js';
import { SessionLimit } from './housekeeping/session-limit.step.js';
import { SupersededKeys } from './housekeeping/superseded-keys.step.js';
import { Argon2KeyHasher } from './key-hashing/argon2-key-hasher.adapter.js';
import { KeyHasher } from './key-hashing/key-hasher.js';
import { KeyAppraiser } from './key-policy/key-appraiser.js';
import { KeyJudge } from './key-policy/key-judge.step.js';
import { ZxcvbnKeyAppraiser } from './key-policy/zxcvbn-key-appraiser.adapter.js';
import { CodeAdmissions } from './recovery/code-admission.step.js';
import { CodeCheck } from './recovery/code-check.step.js';
import { CancelRecoveryCodeController } from './recovery/cancel-recovery-code/cancel-recovery-code.controller.js';
import { CancelRecoveryCodeHandler } from './recovery/cancel-recovery-code/cancel-recovery-code.handler.js';
import { HoldRecoveryCodeController } from './recovery/hold-recovery-code/hold-recovery-code.controller.js';
import { HoldRecoveryCodeHandler } from './recovery/hold-recovery-code/hold-recovery-code.handler.js';
import { HoldRecoveryProofController } from './recovery/hold-recovery-proof/hold-recovery-proof.controller.js';
import { HoldRecoveryProofHandler } from './recovery/hold-recovery-proof/hold-recovery-proof.handler.js';
import { RedeemRecoveryCodeController } from './recovery/redeem-recovery-code/redeem-recovery-code.controller.js';
import { RedeemRecoveryCodeHandler } from './recovery/redeem-recovery-code/redeem-recovery-code.handler.js';
import { LostFactors } from './recovery/lost-factors.step.js';
import { RecoverySession } from './recovery/recovery-session.step.js';
import { Families } from './remember/families.step.js';
import { ForgetDeviceController } from './remember/forget-device/forget-device.controller.js';
import { ForgetDeviceHandler } from './remember/forget-device/forget-device.handler.js';
import { Remembering } from './remember/remembering.step.js';
import { ResumeSessionController } from './remember/resume-session/resume-session.controller.js';
import { ResumeSessionHandler } from './remember/resume-session/resume-session.handler.js';
import { Renewals } from './renewal/renewals.step.js';
import { RequestKeyRenewalController } from './renewal/request-key-renewal/request-key-renewal.controller.js';
import { RequestKeyRenewalHandler } from './renewal/request-key-renewal/request-key-renewal.handler.js';
import { Challenges } from './session/challenges.step.js';
import { ConfirmKeyController } from './session/confirm-key/confirm-key.controller.js';
import { ConfirmKeyHandler } from './session/confirm-key/confirm-key.handler.js';
import { EndOtherSessionsController } from './session/end-other-sessions/end-other-sessions.controller.js';
import { EndOtherSessionsHandler } from './session/end-other-sessions/end-other-sessions.handler.js';
import { EndSessionController } from './session/end-session/end-session.controller.js';
import { EndSessionHandler } from './session/end-session/end-session.handler.js';
import { ListSessionsController } from './session/list-sessions/list-sessions.controller.js';
import { ListSessionsHandler } from './session/list-sessions/list-sessions.handler.js';
import { LivingSessions } from './session/living-sessions.step.js';
import { SessionTurns } from './session/session-turns.step.js';
import { TouchSessionController } from './session/touch-session/touch-session.controller.js';
import { TouchSessionHandler } from './session/touch-session/touch-session.handler.js';
import { VerifySessionController } from './session/verify-session/verify-session.controller.js';
import { VerifySessionHandler } from './session/verify-session/verify-session.handler.js';
import { SignInAdmissions } from './sign-in/admission.step.js';
import { Decoy } from './sign-in/decoy.adapter.js';
import { DeviceTokens } from './sign-in/device-tokens.adapter.js';
import { KeyCheck } from './sign-in/key-check.step.js';
import { Rehash } from './sign-in/rehash.step.js';
import { SessionOpening } from './sign-in/session-opening.step.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInHandler } from './sign-in/sign-in.handler.js';
import { GetTokenKeysController } from './token/get-token-keys/get-token-keys.controller.js';
import { GetTokenKeysHandler } from './token/get-token-keys/get-token-keys.handler.js';
import { IssueTokenController } from './token/issue-token/issue-token.controller.js';
import { IssueTokenHandler } from './token/issue-token/issue-token.handler.js';
import { TokenSigner } from './token/token-signer.adapter.js';
import { UserLife } from './user-life/user-life.step.js';

const controllers = [
  SignInController,
  VerifySessionController,
  TouchSessionController,
  ListSessionsController,
  EndSessionController,
  EndOtherSessionsController,
  ConfirmKeyController,
  ResumeSessionController,
  ForgetDeviceController,
  IssueTokenController,
  GetTokenKeysController,
  RequestKeyRenewalController,
  ImportKeyController,
  IssueProvisionalKeyController,
  RecordProvisionalKeySentController,
  RevokeProvisionalKeysController,
  ChooseKeyController,
  ChangeKeyController,
  AddPasskeyController,
  AskPasskeyChallengeController,
  ConfirmTotpController,
  GetFactorsController,
  GiveSecondFactorController,
  IssueRecoveryCodesController,
  RemoveFactorController,
  ResetFactorsController,
  StartTotpController,
  ForgetCredentialController,
  TellCredentialController,
  GetCredentialAtController,
  HoldRecoveryCodeController,
  HoldRecoveryProofController,
  CancelRecoveryCodeController,
  RedeemRecoveryCodeController,
];

const handlers = [
  SignInHandler,
  VerifySessionHandler,
  TouchSessionHandler,
  ListSessionsHandler,
  EndSessionHandler,
  EndOtherSessionsHandler,
  ConfirmKeyHandler,
  ResumeSessionHandler,
  ForgetDeviceHandler,
  IssueTokenHandler,
  GetTokenKeysHandler,
  RequestKeyRenewalHandler,
  ImportKeyHandler,
  IssueProvisionalKeyHandler,
  RecordProvisionalKeySentHandler,
  RevokeProvisionalKeysHandler,
  ChooseKeyHandler,
  ChangeKeyHandler,
  AddPasskeyHandler,
  AskPasskeyChallengeHandler,
  ConfirmTotpHandler,
  GetFactorsHandler,
  GiveSecondFactorHandler,
  IssueRecoveryCodesHandler,
  RemoveFactorHandler,
  ResetFactorsHandler,
  StartTotpHandler,
  ForgetCredentialHandler,
  TellCredentialHandler,
  GetCredentialAtHandler,
  HoldRecoveryCodeHandler,
  HoldRecoveryProofHandler,
  CancelRecoveryCodeHandler,
  RedeemRecoveryCodeHandler,
];

const parts = [
  AttemptsGate,
  AttemptsUnderWay,
  AuthReadiness,
  Background,
  BucketBatches,
  Buckets,
  Challenges,
  ChangingFactors,
  CodeAdmissions,
  CodeCheck,
  CurrentKey,
  Decoy,
  DeviceTokens,
  Directory,
  FactorAttempts,
  FactorCheck,
  LostFactors,
  Families,
  ForgottenCredentials,
  IdentifierDigests,
  KeyCheck,
  KeyJudge,
  LivingSessions,
  NewRecoveryCodes,
  Passkeys,
  ProvisionalKeys,
  RecordedOnce,
  RecoverySession,
  Rehash,
  Remembering,
  Renewals,
  SessionLimit,
  SessionOpening,
  SessionTurns,
  SignInAdmissions,
  SignInLevels,
  SupersededKeys,
  TotpCodes,
  TokenSigner,
  UserLife,
];

type Adapters = Readonly<{ hasher?: KeyHasher; appraiser?: KeyAppraiser }>;

/** The auth service: credentials, attempts, sessions. It alone can open what is sealed (invariant 1). */
@Module({})
export class AuthModule {
  /** The adapters are for specs that need not wait for real hashes, or share what is slow to start. */
  static with(
    platform: Platform,
    {
      hasher = new Argon2KeyHasher({ metrics: platform.metrics }),
      appraiser = new ZxcvbnKeyAppraiser(),
    }: Adapters = {},
  ): DynamicModule {
    return {
      module: AuthModule,
      imports: [CqrsModule.forRoot(), PlatformModule.with(platform)],
      controllers,
      providers: [
        ...handlers,
        ...parts,
        { provide: KeyHasher, useValue: hasher },
        { provide: KeyAppraiser, useValue: appraiser },
        { provide: Opener, useValue: new Opener(platform.secrets.sealing.privateJwk) },
      ],
    };
  }
}
