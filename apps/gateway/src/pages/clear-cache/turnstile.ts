/** Lets so many through for each name in so many milliseconds. Kept in memory and forgotten at restart: it guards a page, not a key. */
export class Turnstile {
  private readonly passed = new Map<string, { since: number; count: number }>();

  constructor(private readonly limit: Readonly<{ most: number; everyMs: number }>) {}

  /** 0 when it lets through at `now` (ms), else the seconds to wait. */
  pass(name: string, now: number): number {
    const { most, everyMs } = this.limit;
    const entry = this.passed.get(name);
    if (!entry || now - entry.since >= everyMs) {
      this.forgetBefore(now - everyMs);
      this.passed.set(name, { since: now, count: 1 });
      return 0;
    }
    entry.count += 1;
    return entry.count <= most ? 0 : Math.ceil((entry.since + everyMs - now) / 1000);
  }

  private forgetBefore(moment: number): void {
    for (const [name, { since }] of this.passed) if (since <= moment) this.passed.delete(name);
  }
}
