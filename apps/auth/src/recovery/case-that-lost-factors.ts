import type { Recovery } from './recovery.js';

/** The case by which this session came about, if that case says that the second factors are lost too (TEL-11). */
export const caseThatLostFactors = ({ last }: Recovery, sessionId: string): string | null =>
  last !== null && last.redeemedIn === sessionId && !last.cancelled && last.factorsLost === true
    ? last.caseId
    : null;
