export { witness } from './witness.js';
