export { DataKeys } from './data-keys.js';
export type { SealedUnder } from './data-keys.js';
export { dataKeysIn } from './data-keys-in.js';
export type { StandingDataKey } from './data-keys-in.js';
export { masterKeyId } from './master-key-id.js';
export { encrypt } from './envelope.js';
export { OpeningThread } from './opening-thread.js';
export type { Sealed } from './opening-thread.js';
