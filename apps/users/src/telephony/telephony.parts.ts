import type { Parts } from '#platform';
import { telephonyProvider } from './telephony.provider.js';
import { ListDemoCallsController } from './list-demo-calls/list-demo-calls.controller.js';
import { ListDemoCallsHandler } from './list-demo-calls/list-demo-calls.handler.js';

export const telephonyParts: Parts = {
  controllers: [ListDemoCallsController],
  providers: [ListDemoCallsHandler, telephonyProvider],
};
