import type { Parts } from '#platform';
import { Auditing } from './auditing.step.js';
import { FindUserController } from './find-user/find-user.controller.js';
import { FindUserHandler } from './find-user/find-user.handler.js';
import { GetUserAtController } from './get-user-at/get-user-at.controller.js';
import { GetUserAtHandler } from './get-user-at/get-user-at.handler.js';
import { TellUserController } from './tell-user/tell-user.controller.js';
import { TellUserHandler } from './tell-user/tell-user.handler.js';

export const auditingParts: Parts = {
  controllers: [FindUserController, TellUserController, GetUserAtController],
  providers: [FindUserHandler, TellUserHandler, GetUserAtHandler, Auditing],
};
