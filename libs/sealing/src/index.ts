export { Opener } from './opener.js';
export { Sealer } from './sealer.js';
export type { Sealable } from './sealer.js';
