import { Module } from '@nestjs/common';
import { GatewayCoreModule } from '../gateway-core.module.js';
import { KeyRenewalsController } from './key-renewals/key-renewals.controller.js';
import { KeyController } from './key/key.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { SessionController } from './session/session.controller.js';
import { ApiKeyGuard } from './sessions/api-key.guard.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { AuditingController } from './users/auditing.controller.js';
import { TokenController } from './token/token.controller.js';
import { ChangingUsersController } from './users/changing-users.controller.js';
import { ReadingUsersController } from './users/reading-users.controller.js';
import { ReferenceEmailController } from './users/reference-email.controller.js';

/** The JSON API. */
@Module({
  imports: [GatewayCoreModule],
  providers: [ApiKeyGuard],
  controllers: [
    SessionsController,
    SessionController,
    TokenController,
    KeyRenewalsController,
    KeyController,
    ReadingUsersController,
    AuditingController,
    ChangingUsersController,
    ReferenceEmailController,
    OpenApiController,
  ],
})
export class ApiModule {}
