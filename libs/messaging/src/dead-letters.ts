import type { Message } from '#contracts';

/** A message nobody could handle, kept aside so that the others go on. */
export type DeadLetter = Readonly<{ group: string; message: Message; error: string; at: string }>;

/** Where messages go after the last try. While any is parked, health is red. */
export abstract class DeadLetters {
  abstract park(letter: DeadLetter): void;
  abstract list(): readonly DeadLetter[];
}

/** Parked in memory; the event store still has the fact it was made from. */
export class InMemoryDeadLetters extends DeadLetters {
  private readonly letters: DeadLetter[] = [];

  park(letter: DeadLetter): void {
    this.letters.push(letter);
  }

  list(): readonly DeadLetter[] {
    return this.letters;
  }
}
