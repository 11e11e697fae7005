export { evidenceVectors } from './evidence-vectors.js';
export { InMemoryPublisher } from './in-memory-publisher.js';
export { Journey, seeded } from './journey.js';
export { RewritableStore } from './rewritable-store.js';
export { signedLog } from './signed-log.js';
export type { SignedLog } from './signed-log.js';
