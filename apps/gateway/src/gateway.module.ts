import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { type Platform, PlatformModule } from '#platform';
import { OtherMethods } from './answering/other-methods.js';
import { ApiModule } from './api/api.module.js';
import { CsrfGuard } from './csrf/csrf.guard.js';
import { GatewayCoreModule } from './gateway-core.module.js';
import { HealthController } from './health/health.controller.js';
import { JwksController } from './jwks/jwks.controller.js';
import { TokenKeys } from './jwks/token-keys.js';
import { PagesModule } from './pages/pages.module.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { FreshnessGuard } from './session/freshness.guard.js';
import { SessionGuard } from './session/session.guard.js';

/** The only service that speaks HTTP. It owns no stream: it asks the others, and remembers sessions it has verified. */
@Module({})
export class GatewayModule {
  static with(platform: Platform): DynamicModule {
    return {
      module: GatewayModule,
      imports: [PlatformModule.with(platform), GatewayCoreModule, ApiModule, PagesModule],
      controllers: [HealthController, JwksController],
      providers: [
        ProblemFilter,
        OtherMethods,
        TokenKeys,
        { provide: APP_FILTER, useExisting: ProblemFilter },
        // In this order: what a foreign page sends is refused before anybody asks who sent it.
        { provide: APP_GUARD, useClass: CsrfGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: FreshnessGuard },
      ],
    };
  }
}
