import { Module } from '@nestjs/common';
import { SETTINGS } from '#platform';
import type { Settings } from '#settings';
import { AuditDesk } from './auditing/audit-desk.js';
import { Csrf } from './csrf/csrf.js';
import { FactorsDesk } from './sign-in/factors-desk.js';
import { KeyDesk } from './sign-in/key-desk.js';
import { KeyRenewalDesk } from './sign-in/key-renewal-desk.js';
import { ApiKeyStrategy, PortalKeyStrategy } from './sign-in/key.strategies.js';
import { PortalKeyGuard } from './sign-in/portal-key.guard.js';
import { SecondFactorDesk } from './sign-in/second-factor-desk.js';
import { RecoveryDesk } from './sign-in/recovery-desk.js';
import { SignInDesk } from './sign-in/sign-in-desk.js';
import { PortalCookies } from './session/session-cookie.js';
import { Resumptions } from './session/resumption.js';
import { SessionGate } from './session/session-gate.js';
import { Visitors } from './session/visitors.js';

const shared = [
  FactorsDesk,
  AuditDesk,
  KeyDesk,
  KeyRenewalDesk,
  RecoveryDesk,
  SessionGate,
  Resumptions,
  Visitors,
  Csrf,
  SecondFactorDesk,
  SignInDesk,
  PortalKeyStrategy,
  ApiKeyStrategy,
  PortalKeyGuard,
];

/** What the pages and the API both stand on. */
@Module({
  providers: [
    ...shared,
    {
      provide: PortalCookies,
      inject: [SETTINGS],
      useFactory: ({ publicUrl }: Settings) => new PortalCookies(publicUrl),
    },
  ],
  exports: [...shared, PortalCookies],
})
export class GatewayCoreModule {}
