export { StandIn, publishStandIn } from './stand-in.js';
export { standInServices, startGateway, tokenOf } from './start-gateway.js';
export type { RunningGateway } from './start-gateway.js';
export { ask } from './ask.js';
export type { Answer, Asked } from './ask.js';
export { CookieJar } from './cookie-jar.js';
export { ProbeController } from './probe.controller.js';
