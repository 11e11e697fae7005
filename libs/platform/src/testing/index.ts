export { FakeClock } from './fake-clock.js';
export { startServices, testPlatform } from './test-platform.js';
