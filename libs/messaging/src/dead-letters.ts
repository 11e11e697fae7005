import type { Message } from '#contracts';

/** A message nobody could handle, kept aside so that the others go on. */
export type DeadLetter = Readonly<{ group: string; message: Message; error: string; at: string }>;

/** Where messages go after the last try. While any is parked, health is red. */
export abstract class DeadLetters {
  /** Resolves once the letter is kept. */
  abstract park(letter: DeadLetter): Promise<void>;
  abstract list(): Promise<readonly DeadLetter[]>;
  abstract count(): Promise<number>;
  /** Hands every letter to its group once more; answers how many. One that fails again is parked again. */
  abstract replay(): Promise<number>;
}
