import type { Message } from '#contracts';
import { type DeadLetter, DeadLetters } from '../dead-letters.js';

type Deliver = (message: Message) => Promise<void>;

/** Parked in memory; the event store still has the fact it was made from. */
export class InMemoryDeadLetters extends DeadLetters {
  private letters: DeadLetter[] = [];
  private readonly groups = new Map<string, Deliver>();

  /** Makes known who takes the letters of a group when they are replayed. */
  register(group: string, deliver: Deliver): void {
    this.groups.set(group, deliver);
  }

  async park(letter: DeadLetter): Promise<void> {
    this.letters.push(letter);
  }

  async list(): Promise<readonly DeadLetter[]> {
    return this.letters;
  }

  async count(): Promise<number> {
    return this.letters.length;
  }

  async replay(): Promise<number> {
    const replayed = this.letters;
    this.letters = [];
    for (const letter of replayed) {
      const deliver = this.groups.get(letter.group);
      if (deliver) await deliver(letter.message);
      else this.letters.push(letter);
    }
    return replayed.length - this.letters.filter((letter) => replayed.includes(letter)).length;
  }
}
