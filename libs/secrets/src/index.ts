export type { Secrets } from './secrets.js';
export { openSecrets } from './open-secrets.js';
export { digestOf } from './digest.js';
