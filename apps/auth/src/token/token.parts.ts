import type { Parts } from '#platform';
import { GetTokenKeysController } from './get-token-keys/get-token-keys.controller.js';
import { GetTokenKeysHandler } from './get-token-keys/get-token-keys.handler.js';
import { IssueTokenController } from './issue-token/issue-token.controller.js';
import { IssueTokenHandler } from './issue-token/issue-token.handler.js';
import { TokenSigner } from './token-signer.adapter.js';

export const tokenParts: Parts = {
  controllers: [IssueTokenController, GetTokenKeysController],
  providers: [IssueTokenHandler, GetTokenKeysHandler, TokenSigner],
};
