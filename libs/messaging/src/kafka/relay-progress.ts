import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Kafka, KafkaMessage } from 'kafkajs';
import { z } from 'zod';
import { SteadyConsumer, progressTopic } from '#kafka';

/** How far a relay has fed its topics: everything up to `position`, and the last position in each of their partitions. */
const told = z.object({
  position: z.number().int(),
  last: z.record(z.string(), z.record(z.string(), z.number().int())),
});
export type Told = z.infer<typeof told>;

/**
 * What the relays say of themselves, in a compacted topic: a relay that takes over goes on from there, and followers know by it
 * that nothing is on its way to them, even where most events are told to nobody.
 */
export class RelayProgress {
  private readonly relays = new Map<string, Told>();
  private readonly consumer: SteadyConsumer;
  private next = 0n;

  constructor(
    private readonly kafka: Kafka,
    service: string,
  ) {
    this.consumer = new SteadyConsumer(kafka, {
      consumer: () => ({ groupId: `${service}.progress.${randomUUID()}` }),
      topics: [progressTopic],
      fromBeginning: true,
      run: { eachMessage: async ({ message }) => this.take(message) },
    });
  }

  /** What the relay of this service said last. */
  of(relay: string): Told | undefined {
    return this.relays.get(relay);
  }

  /** What the relay said that feeds this topic. */
  feeding(topic: string): Told | undefined {
    return [...this.relays.values()].find(({ last }) => topic in last);
  }

  /** Resolves once everything said until now is known. Rejects when the broker is away or the signal ends it. */
  async read(signal: AbortSignal): Promise<void> {
    const admin = this.kafka.admin();
    try {
      await admin.connect();
      const [partition] = await admin.fetchTopicOffsets(progressTopic);
      const { low = '0', high = '0' } = partition ?? {};
      while (low !== high && this.next < BigInt(high)) await pause(10, undefined, { signal });
    } finally {
      await admin.disconnect();
    }
  }

  async stop(): Promise<void> {
    await this.consumer.stop();
  }

  private take({ key, value, offset }: KafkaMessage): void {
    this.next = BigInt(offset) + 1n;
    const said = told.safeParse(JSON.parse(value?.toString() ?? 'null'));
    const relay = key?.toString();
    if (!said.success || relay === undefined) return;
    // A relay that was stopped for a while may repeat what it said before another took over.
    if ((this.relays.get(relay)?.position ?? -Infinity) <= said.data.position)
      this.relays.set(relay, said.data);
  }
}
