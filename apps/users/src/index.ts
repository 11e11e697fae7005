export { UsersModule } from './users.module.js';
export { publishUsers } from './users.publish.js';
