/** A call to be placed. `number` (E.164) is the one on file: nobody types it and no operator sees it. */
export type OutboundCall = Readonly<{ callId: string; operatorId: string; number: string }>;

/** The exchange does not answer, or there is none. No call was placed. */
export class TelephonyUnavailable extends Error {
  override readonly name = 'TelephonyUnavailable';
}

/** Connects an operator with a number they do not see (TEL-02). */
export abstract class Telephony {
  /** Resolves once the exchange has taken the call over. Rejects with TelephonyUnavailable. */
  abstract place(call: OutboundCall): Promise<void>;
}
