import type { Parts } from '#platform';
import { ChangeKeyController } from './change-key/change-key.controller.js';
import { ChangeKeyHandler } from './change-key/change-key.handler.js';
import { ChooseKeyController } from './choose-key/choose-key.controller.js';
import { ChooseKeyHandler } from './choose-key/choose-key.handler.js';
import { CurrentKey } from './current-key.step.js';
import { ForgetCredentialController } from './forget-credential/forget-credential.controller.js';
import { ForgetCredentialHandler } from './forget-credential/forget-credential.handler.js';
import { ForgottenCredentials } from './forgotten-credentials.step.js';
import { GetCredentialAtController } from './get-credential-at/get-credential-at.controller.js';
import { GetCredentialAtHandler } from './get-credential-at/get-credential-at.handler.js';
import { ImportKeyController } from './import-key/import-key.controller.js';
import { ImportKeyHandler } from './import-key/import-key.handler.js';
import { IssueProvisionalKeyController } from './issue-provisional-key/issue-provisional-key.controller.js';
import { IssueProvisionalKeyHandler } from './issue-provisional-key/issue-provisional-key.handler.js';
import { ProvisionalKeys } from './provisional-keys.adapter.js';
import { RecordProvisionalKeySentController } from './record-provisional-key-sent/record-provisional-key-sent.controller.js';
import { RecordProvisionalKeySentHandler } from './record-provisional-key-sent/record-provisional-key-sent.handler.js';
import { RecordedOnce } from './recorded-once.step.js';
import { RevokeProvisionalKeysController } from './revoke-provisional-keys/revoke-provisional-keys.controller.js';
import { RevokeProvisionalKeysHandler } from './revoke-provisional-keys/revoke-provisional-keys.handler.js';
import { TellCredentialController } from './tell-credential/tell-credential.controller.js';
import { TellCredentialHandler } from './tell-credential/tell-credential.handler.js';

export const credentialParts: Parts = {
  controllers: [
    ImportKeyController,
    IssueProvisionalKeyController,
    RecordProvisionalKeySentController,
    RevokeProvisionalKeysController,
    ChooseKeyController,
    ChangeKeyController,
    ForgetCredentialController,
    TellCredentialController,
    GetCredentialAtController,
  ],
  providers: [
    ImportKeyHandler,
    IssueProvisionalKeyHandler,
    RecordProvisionalKeySentHandler,
    RevokeProvisionalKeysHandler,
    ChooseKeyHandler,
    ChangeKeyHandler,
    ForgetCredentialHandler,
    TellCredentialHandler,
    GetCredentialAtHandler,
    CurrentKey,
    ForgottenCredentials,
    ProvisionalKeys,
    RecordedOnce,
  ],
};
