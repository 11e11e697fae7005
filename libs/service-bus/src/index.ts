export { ServiceBus } from './service-bus.js';
export type { AnyRequest } from './service-bus.js';
export { ServiceUnavailable } from './service-unavailable.js';
export { NestServiceBus } from './nest-service-bus.js';
export { Answers } from './answers.js';
export { BusErrors } from './bus-errors.filter.js';
export { InProcessExchange } from './in-process/in-process-exchange.js';
export { InProcessServer } from './in-process/in-process.server.js';
export { InProcessClient } from './in-process/in-process.client.js';
