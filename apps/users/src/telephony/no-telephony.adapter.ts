import { Telephony, TelephonyUnavailable } from './telephony.js';

/** Without an exchange nobody is called back, and so nobody recovered. */
export class NoTelephony extends Telephony {
  override async place(): Promise<void> {
    throw new TelephonyUnavailable('TROUSSEAU_TELEPHONY_URL is not set');
  }
}
