import { Telephony, TelephonyUnavailable, type OutboundCall } from './telephony.js';

const PATIENCE_MS = 5_000;

/**
 * Hands a call over to the vendor's telephone exchange ("click to call"): it rings the operator, then the number. The request is a POST of
 * `{callId, operatorId, number}` as JSON; any 2xx answer means that the call is being placed. See docs/guides/assistance.md.
 */
export class ExchangeTelephony extends Telephony {
  constructor(private readonly url: string) {
    super();
  }

  async place(call: OutboundCall): Promise<void> {
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(call),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => null);
    // Neither the number nor the address may reach a log with the error.
    if (answer === null) throw new TelephonyUnavailable('the exchange does not answer');
    await answer.body?.cancel();
    if (!answer.ok) throw new TelephonyUnavailable(`the exchange answered ${answer.status}`);
  }
}
