import type { Parts } from '#platform';
import { Renewals } from './renewals.step.js';
import { RequestKeyRenewalController } from './request-key-renewal/request-key-renewal.controller.js';
import { RequestKeyRenewalHandler } from './request-key-renewal/request-key-renewal.handler.js';

export const renewalParts: Parts = {
  controllers: [RequestKeyRenewalController],
  providers: [RequestKeyRenewalHandler, Renewals],
};
