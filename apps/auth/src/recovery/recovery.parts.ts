import type { Parts } from '#platform';
import { CancelRecoveryCodeController } from './cancel-recovery-code/cancel-recovery-code.controller.js';
import { CancelRecoveryCodeHandler } from './cancel-recovery-code/cancel-recovery-code.handler.js';
import { CodeAdmissions } from './code-admission.step.js';
import { CodeCheck } from './code-check.step.js';
import { HoldRecoveryCodeController } from './hold-recovery-code/hold-recovery-code.controller.js';
import { HoldRecoveryCodeHandler } from './hold-recovery-code/hold-recovery-code.handler.js';
import { HoldRecoveryProofController } from './hold-recovery-proof/hold-recovery-proof.controller.js';
import { HoldRecoveryProofHandler } from './hold-recovery-proof/hold-recovery-proof.handler.js';
import { LostFactors } from './lost-factors.step.js';
import { RecoverySession } from './recovery-session.step.js';
import { RedeemRecoveryCodeController } from './redeem-recovery-code/redeem-recovery-code.controller.js';
import { RedeemRecoveryCodeHandler } from './redeem-recovery-code/redeem-recovery-code.handler.js';

export const recoveryParts: Parts = {
  controllers: [
    HoldRecoveryCodeController,
    HoldRecoveryProofController,
    CancelRecoveryCodeController,
    RedeemRecoveryCodeController,
  ],
  providers: [
    HoldRecoveryCodeHandler,
    HoldRecoveryProofHandler,
    CancelRecoveryCodeHandler,
    RedeemRecoveryCodeHandler,
    CodeAdmissions,
    CodeCheck,
    LostFactors,
    RecoverySession,
  ],
};
