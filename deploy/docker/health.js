// @ts-check
// Whether the service of this container answers: on its own health port, or on the gateway's.
const port = process.env['TROUSSEAU_HEALTH_PORT'] || process.env['TROUSSEAU_PORT'] || '3000';
const ok = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
  (answer) => answer.ok,
  () => false,
);
process.exit(ok ? 0 : 1);
