import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { partsOf, PlatformModule, type Platform } from '#platform';
import { auditingParts } from './auditing/auditing.parts.js';
import { erasureParts } from './erasure/erasure.parts.js';
import { identifierParts } from './identifier/identifier.parts.js';
import { operatorParts } from './operator/operator.parts.js';
import { referenceEmailParts } from './reference-email/reference-email.parts.js';
import { retentionParts } from './retention/retention.parts.js';
import { schoolParts } from './school/school.parts.js';
import { supportCaseParts } from './support-case/support-case.parts.js';
import { supportDeskParts } from './support-desk/support-desk.parts.js';
import { telephonyParts } from './telephony/telephony.parts.js';
import { userParts } from './user/user.parts.js';
import { userListParts } from './user-list/user-list.parts.js';

const parts = partsOf([
  auditingParts,
  erasureParts,
  identifierParts,
  operatorParts,
  referenceEmailParts,
  retentionParts,
  schoolParts,
  supportCaseParts,
  supportDeskParts,
  telephonyParts,
  userParts,
  userListParts,
]);

/** Schools, users, identifiers and reference addresses. */
@Module({})
export class UsersModule {
  static with(platform: Platform): DynamicModule {
    return {
      module: UsersModule,
      imports: [CqrsModule.forRoot(), PlatformModule.with(platform)],
      ...parts,
    };
  }
}
