import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '#contracts';
import { StoreUnavailable } from '#event-store';
import { ServiceUnavailable } from '#service-bus';
import type { FollowOptions } from './message-feed.js';

const TRIES = 5;
const FIRST_PAUSE_MS = 50;

/** Failures of the surroundings are waited out for as long as they last; only a message's own failure is bounded. */
export const isPassing = (error: unknown): boolean =>
  error instanceof StoreUnavailable || error instanceof ServiceUnavailable;

/** The message failed at every try: it is to be parked. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** Hands a message to its follower, a few times if need be. Rejects with what passes, and with Undeliverable after the last try. */
export const deliver = async (
  message: Message,
  checkpoint: number,
  handle: FollowOptions['handle'],
): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await handle(message, checkpoint);
    } catch (error) {
      if (isPassing(error)) throw error;
      // Its words are kept with the letter: the name of the error and what it says, no more (EVT-01).
      if (tries === TRIES) throw new Undeliverable(String(error).slice(0, 300), { cause: error });
      await pause(FIRST_PAUSE_MS * 2 ** tries);
    }
  }
};
