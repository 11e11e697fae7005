// For whoever makes the list anew beside users, to compare: the faults of test/.
export { UserListProjection } from '../user-list/user-list.projection.js';
