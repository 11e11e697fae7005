import type { FactoryProvider } from '@nestjs/common';
import { Clock, SETTINGS } from '#platform';
import type { Settings } from '#settings';
import { DemoTelephony } from './demo-telephony.adapter.js';
import { ExchangeTelephony } from './exchange-telephony.adapter.js';
import { NoTelephony } from './no-telephony.adapter.js';
import { Telephony } from './telephony.js';

/** The exchange that is named, else the demo page in demo mode, else none. */
export const telephonyProvider: FactoryProvider<Telephony> = {
  provide: Telephony,
  inject: [SETTINGS, Clock],
  useFactory: ({ telephonyUrl, demo }: Settings, clock: Clock) => {
    if (telephonyUrl !== undefined) return new ExchangeTelephony(telephonyUrl);
    return demo ? new DemoTelephony(() => clock.now()) : new NoTelephony();
  },
};
