// For whoever makes the read model anew beside auth, to compare: the faults of test/.
export { shape } from '../directory/auth-shape.adapter.js';
export { project } from '../directory/auth.projection.js';
