/** Something that must be well before traffic may come. `check` answers null, or the reason why not. */
export type ReadinessCheck = Readonly<{ name: string; check(): Promise<string | null> | string | null }>;

/** Why a process is not ready. */
export type NotReady = Readonly<{ name: string; reason: string }>;

/** The checks of a process; each service adds its own. */
export class Readiness {
  private readonly checks: ReadinessCheck[] = [];
  private added: ((check: ReadinessCheck) => void) | undefined;

  add(check: ReadinessCheck): void {
    this.checks.push(check);
    this.added?.(check);
  }

  /** Tells of every check, those there are and those to come. */
  onAdded(tell: (check: ReadinessCheck) => void): void {
    this.added = tell;
    this.checks.forEach(tell);
  }

  /** What is not ready now; empty when all is well. A check that throws is not ready. */
  async report(): Promise<readonly NotReady[]> {
    const reasons = await Promise.all(
      this.checks.map(async ({ name, check }) => {
        try {
          return { name, reason: await check() };
        } catch (error) {
          return { name, reason: String(error) };
        }
      }),
    );
    return reasons.filter((entry): entry is NotReady => entry.reason !== null);
  }
}
