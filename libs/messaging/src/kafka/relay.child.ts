// A relay in a process of its own, for specs that kill it. Says "active" or "waiting" whenever that changes.
import { setInterval } from 'node:timers';
import { topics } from '#contracts';
import { SqliteEventStore } from '#event-store';
import { openKafka } from '#kafka';
import { openKafkaMessaging } from '#messaging';
import { publishTold } from '../testing/told.js';

const [address = '', file = ''] = process.argv.slice(2);
const silent = { warn: () => undefined, debug: () => undefined };
const kafka = openKafka({ brokers: [address], clientId: 'relay', log: silent });
const messaging = await openKafkaMessaging({
  kafka,
  store: SqliteEventStore.open({ file }),
  service: 'auth',
});
const relay = messaging.relay(Object.values(topics), publishTold);
let said = '';
setInterval(() => {
  const state = relay.isActive() && relay.fedUpTo() >= -1 ? 'active' : 'waiting';
  if (state !== said) process.send?.((said = state));
}, 20);
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
