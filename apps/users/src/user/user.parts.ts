import type { Parts } from '#platform';
import { AddUserController } from './add-user/add-user.controller.js';
import { AddUserHandler } from './add-user/add-user.handler.js';
import { AskProvisionalKeyController } from './ask-provisional-key/ask-provisional-key.controller.js';
import { AskProvisionalKeyHandler } from './ask-provisional-key/ask-provisional-key.handler.js';
import { Authority } from './authority.step.js';
import { CheckNewUsersController } from './check-new-users/check-new-users.controller.js';
import { CheckNewUsersHandler } from './check-new-users/check-new-users.handler.js';
import { DeactivateUserController } from './deactivate-user/deactivate-user.controller.js';
import { DeactivateUserHandler } from './deactivate-user/deactivate-user.handler.js';
import { UserEntry } from './enter-user.step.js';
import { EraseUserController } from './erase-user/erase-user.controller.js';
import { EraseUserHandler } from './erase-user/erase-user.handler.js';
import { GetKeyContextController } from './get-key-context/get-key-context.controller.js';
import { GetKeyContextHandler } from './get-key-context/get-key-context.handler.js';
import { GetProfileController } from './get-profile/get-profile.controller.js';
import { GetProfileHandler } from './get-profile/get-profile.handler.js';
import { ReactivateUserController } from './reactivate-user/reactivate-user.controller.js';
import { ReactivateUserHandler } from './reactivate-user/reactivate-user.handler.js';
import { RequestErasureController } from './request-erasure/request-erasure.controller.js';
import { RequestErasureHandler } from './request-erasure/request-erasure.handler.js';
import { UnlockRecordController } from './unlock-record/unlock-record.controller.js';
import { UnlockRecordHandler } from './unlock-record/unlock-record.handler.js';

export const userParts: Parts = {
  controllers: [
    AddUserController,
    CheckNewUsersController,
    DeactivateUserController,
    ReactivateUserController,
    AskProvisionalKeyController,
    RequestErasureController,
    EraseUserController,
    UnlockRecordController,
    GetProfileController,
    GetKeyContextController,
  ],
  providers: [
    AddUserHandler,
    CheckNewUsersHandler,
    DeactivateUserHandler,
    ReactivateUserHandler,
    AskProvisionalKeyHandler,
    RequestErasureHandler,
    EraseUserHandler,
    UnlockRecordHandler,
    GetProfileHandler,
    GetKeyContextHandler,
    Authority,
    UserEntry,
  ],
};
