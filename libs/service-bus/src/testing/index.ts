export { serviceBusContract } from './service-bus.contract.js';
export type { OpenBus } from './service-bus.contract.js';
