import type { TopicPartitionOffsetAndMetadata } from 'kafkajs';

/** The offset in a partition before which everything is done with, and a word for whoever goes on from there. */
export type HandledUpTo = Readonly<TopicPartitionOffsetAndMetadata>;

/** How far a member is in its partitions, and what of it the group does not know yet. Pure bookkeeping. */
export class Handled {
  private readonly last = new Map<string, HandledUpTo>();

  note(upTo: HandledUpTo): void {
    this.last.set(nameOf(upTo), upTo);
  }

  untold(): readonly HandledUpTo[] {
    return [...this.last.values()];
  }

  /** The group knows of these now. What was noted since then is still to be told. */
  told(all: readonly HandledUpTo[]): void {
    for (const upTo of all) if (this.last.get(nameOf(upTo)) === upTo) this.last.delete(nameOf(upTo));
  }

  /** The partitions are no longer ours to tell of. */
  forget(): void {
    this.last.clear();
  }
}

const nameOf = ({ topic, partition }: HandledUpTo): string => `${topic} ${partition}`;
