const SOON = 60_000;
const HOUR = 3_600_000;

/** Purges a minute after the start and then every hour, and keeps no process alive for it. Returns how to stop. */
export function purgeHourly(purge: () => Promise<unknown>): () => void {
  let timer: NodeJS.Timeout;
  const next = (delay: number): void => {
    timer = setTimeout(() => {
      // A purge that fails now succeeds an hour later; until then expired events are hidden, only not yet gone.
      void purge().catch(() => undefined);
      next(HOUR);
    }, delay).unref();
  };
  next(SOON);
  return () => clearTimeout(timer);
}
