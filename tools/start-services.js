// npm run start:services: the four services and the notary as processes of their own, against KAFKA_BROKERS and EVENT_STORE_URL.
// On one machine: `npm run kafka`, `npm run kafka:topics`, then this; they share the SQLite file of ./data.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuilt } from './build.js';
import { ensureInstalled, root } from './install.js';

ensureInstalled();
ensureBuilt();

const services = ['users', 'auth', 'notifications', 'gateway', 'notary'];
const port = Number(process.env.TROUSSEAU_PORT || 3000);
const developing = process.env.NODE_ENV === 'production' ? {} : { TROUSSEAU_DEMO: 'on' };
const environment = {
  TROUSSEAU_LOG_LEVEL: 'warn',
  KAFKA_BROKERS: '127.0.0.1:9092',
  ...developing,
  ...process.env,
  TROUSSEAU_PORT: String(port),
};

let ending = false;
const children = services.map((service, index) => {
  const child = spawn(process.execPath, [`${root}dist/bundles/${service}.js`], {
    env: {
      ...environment,
      ...(service === 'gateway' ? {} : { TROUSSEAU_HEALTH_PORT: String(port + 1 + index) }),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.once('exit', (code) => {
    if (!ending) console.error(`${service} ended with ${code}; the others end too`);
    end(code ?? 1);
  });
  return child;
});

function end(code) {
  if (ending) return;
  ending = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end(0));
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

const ready = () =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
while (!ending && !(await ready())) await pause(200);
if (!ending) {
  console.log(`Trousseau, five processes: http://127.0.0.1:${port}`);
  console.log(
    'A first school: npm run -s trousseau -- school create --help; mails: SMTP_URL, or /dev/courriels.',
  );
}
