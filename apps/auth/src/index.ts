export { AuthModule } from './auth.module.js';
export { publishAuth } from './auth.publish.js';
