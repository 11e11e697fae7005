export { AuthModule } from './auth.module.js';
export { publishAuth } from './auth.publish.js';
// What the command line measures: the very hasher that the service has.
export { Argon2KeyHasher } from './key-hashing/argon2-key-hasher.adapter.js';
export { currentParameters } from './key-hashing/parameters.js';
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
export { factors } from './factors/factors.js';
export type { Factors } from './factors/factors.js';
export { factorAccess } from './factors/factor-access.js';
export type { FactorAccess } from './factors/factor-access.js';
export { factorSentences } from './factors/told.language.js';
export type { RecoveryEvent } from './recovery/recovery.events.js';
export { recoverySentences } from './recovery/told.language.js';
