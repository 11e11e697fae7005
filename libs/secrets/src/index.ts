export type { Secrets } from './secrets.js';
export { openSecrets } from './open-secrets.js';
export { publishedKeys, signingKey, standingOf, PUBLISHED_AFTER } from './token-keys/schedule.js';
export type { Standing } from './token-keys/schedule.js';
export type { TokenKey } from './token-keys/token-key.js';
export { TokenKeyFile } from './token-keys/token-key-file.js';
export { MasterKeyFile } from './master-key-file.js';
export type { MasterKeyStep } from './master-key-file.js';
export { digestOf } from './digest.js';
