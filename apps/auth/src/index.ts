export { AuthModule } from './auth.module.js';
export { publishAuth } from './auth.publish.js';
export { readLegacyHash } from './key-hashing/legacy/read-legacy-hash.js';
// What the auditor's command line reads the log with; it opens no data key.
export { credential } from './credential/credential.js';
export type { Credential } from './credential/credential.js';
export type { CredentialEvent } from './credential/credential.events.js';
export type { FactorsEvent } from './factors/factors.events.js';
export type { FactorUseEvent } from './factor-use/factor-use.events.js';
export { credentialSentences } from './credential/told.language.js';
export { credentialAccess } from './credential/credential-access.js';
export type { CredentialAccess } from './credential/credential-access.js';
export { sessionsOf } from './session/recent-sessions.step.js';
export { factorSentences } from './factors/told.language.js';
export type { RecoveryEvent } from './recovery/recovery.events.js';
export { recoverySentences } from './recovery/told.language.js';
