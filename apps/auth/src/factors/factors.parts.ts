import type { Parts } from '#platform';
import { AddPasskeyController } from './add-passkey/add-passkey.controller.js';
import { AddPasskeyHandler } from './add-passkey/add-passkey.handler.js';
import { AskPasskeyChallengeController } from './ask-passkey-challenge/ask-passkey-challenge.controller.js';
import { AskPasskeyChallengeHandler } from './ask-passkey-challenge/ask-passkey-challenge.handler.js';
import { ChangingFactors } from './changing-factors.step.js';
import { ConfirmTotpController } from './confirm-totp/confirm-totp.controller.js';
import { ConfirmTotpHandler } from './confirm-totp/confirm-totp.handler.js';
import { FactorAttempts } from './factor-attempts.step.js';
import { FactorCheck } from './factor-check.step.js';
import { GetFactorsController } from './get-factors/get-factors.controller.js';
import { GetFactorsHandler } from './get-factors/get-factors.handler.js';
import { GiveSecondFactorController } from './give-second-factor/give-second-factor.controller.js';
import { GiveSecondFactorHandler } from './give-second-factor/give-second-factor.handler.js';
import { IssueRecoveryCodesController } from './issue-recovery-codes/issue-recovery-codes.controller.js';
import { IssueRecoveryCodesHandler } from './issue-recovery-codes/issue-recovery-codes.handler.js';
import { NewRecoveryCodes } from './new-codes.step.js';
import { Passkeys } from './passkeys.adapter.js';
import { RemoveFactorController } from './remove-factor/remove-factor.controller.js';
import { RemoveFactorHandler } from './remove-factor/remove-factor.handler.js';
import { ResetFactorsController } from './reset-factors/reset-factors.controller.js';
import { ResetFactorsHandler } from './reset-factors/reset-factors.handler.js';
import { SignInLevels } from './sign-in-levels.step.js';
import { StartTotpController } from './start-totp/start-totp.controller.js';
import { StartTotpHandler } from './start-totp/start-totp.handler.js';
import { TotpCodes } from './totp-codes.adapter.js';

export const factorsParts: Parts = {
  controllers: [
    AddPasskeyController,
    AskPasskeyChallengeController,
    ConfirmTotpController,
    GetFactorsController,
    GiveSecondFactorController,
    IssueRecoveryCodesController,
    RemoveFactorController,
    ResetFactorsController,
    StartTotpController,
  ],
  providers: [
    AddPasskeyHandler,
    AskPasskeyChallengeHandler,
    ConfirmTotpHandler,
    GetFactorsHandler,
    GiveSecondFactorHandler,
    IssueRecoveryCodesHandler,
    RemoveFactorHandler,
    ResetFactorsHandler,
    StartTotpHandler,
    ChangingFactors,
    FactorAttempts,
    FactorCheck,
    NewRecoveryCodes,
    Passkeys,
    SignInLevels,
    TotpCodes,
  ],
};
