export { SignedLinks } from './signed-links.js';
export type { Link } from './signed-links.js';
