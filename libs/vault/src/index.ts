export { DataKeys } from './data-keys.js';
