import type { Person } from '../product/people.js';

/** A token, null where the key does not open, undefined where nobody can tell now. */
type Attempt = (key: string) => Promise<string | null | undefined>;

/**
 * One who changes their key under the load. A change whose answer was lost may take effect, or may not, and even later: until
 * one of the keys it could be is known to open, each of them is a candidate.
 */
export class Changer {
  /** Changes that were acknowledged. */
  acknowledged = 0;
  /** Keys whose change was not answered. */
  private unknown: string[] = [];
  private current: string;

  constructor(readonly person: Person) {
    this.current = person.key;
  }

  /** The last key that opened, or whose change was acknowledged. */
  get key(): string {
    return this.current;
  }

  /** Every key that may be the one. */
  get candidates(): readonly string[] {
    return [this.current, ...this.unknown];
  }

  begins(key: string): void {
    this.unknown.push(key);
  }

  changed(key: string): void {
    this.acknowledged += 1;
    this.settle(key);
  }

  /** Signs in with the key it is by now. A key may take another's place while they are tried: so all of them twice. */
  async token(attempt: Attempt): Promise<string | 'no key' | undefined> {
    for (const key of [...this.candidates, ...this.candidates]) {
      const opened = await attempt(key);
      if (opened === undefined) return undefined;
      if (opened === null) continue;
      if (key !== this.current) this.settle(key);
      return opened;
    }
    return 'no key';
  }

  /** What was asked with the former key can no longer take effect. */
  private settle(key: string): void {
    this.current = key;
    this.unknown = [];
  }
}
