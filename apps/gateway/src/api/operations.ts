import { askKeyRenewal } from './key-renewals/ask-key-renewal.operation.js';
import { setKey } from './key/set-key.operation.js';
import { readOpenApi } from './openapi/read-openapi.operation.js';
import type { Operation } from './operation.js';
import { endSession } from './session/end-session.operation.js';
import { giveSecondFactor } from './session/give-second-factor.operation.js';
import { readSession } from './session/read-session.operation.js';
import { openSession } from './sessions/open-session.operation.js';
import { issueToken } from './token/issue-token.operation.js';
import { addUser } from './users/add-user.operation.js';
import { changeReferenceEmail } from './users/change-reference-email.operation.js';
import { deactivateUser } from './users/deactivate-user.operation.js';
import { getCredential } from './users/get-credential.operation.js';
import { getUser } from './users/get-user.operation.js';
import { listUsers } from './users/list-users.operation.js';
import { reactivateUser } from './users/reactivate-user.operation.js';
import { sendProvisionalKey } from './users/send-provisional-key.operation.js';

/** Every call of the JSON API. A spec holds this list against the routes that exist. */
export const operations: readonly Operation[] = [
  openSession,
  giveSecondFactor,
  readSession,
  endSession,
  issueToken,
  askKeyRenewal,
  setKey,
  listUsers,
  addUser,
  getUser,
  changeReferenceEmail,
  deactivateUser,
  reactivateUser,
  sendProvisionalKey,
  getCredential,
  readOpenApi,
];
