import { Inject, Injectable } from '@nestjs/common';
import { GetTokenKeys } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';

/** Anybody may ask for the keys; auth is asked this often at most. */
const FRESH_FOR_MS = 30_000;

/** What auth publishes, kept for a while: a key is announced long before it signs, and an outage of auth keeps nobody from verifying. */
@Injectable()
export class TokenKeys {
  private known: Readonly<{ at: number; keys: readonly object[] }> | undefined;
  private asking: Promise<readonly object[]> | undefined;

  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Rejects with ServiceUnavailable when auth cannot be asked and was never heard. */
  async published(): Promise<readonly object[]> {
    if (this.known && Date.parse(this.clock.now()) - this.known.at < FRESH_FOR_MS) return this.known.keys;
    if (this.asking === undefined) this.asking = this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async ask(): Promise<readonly object[]> {
    try {
      const reply = await this.bus.ask(GetTokenKeys, {});
      if (reply.outcome === 'done') this.known = { at: Date.parse(this.clock.now()), keys: reply.keys };
    } catch (error) {
      if (!this.known) throw error;
    }
    return this.known?.keys ?? [];
  }
}
