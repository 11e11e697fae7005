import { Command } from 'commander';
import { deadLettersList } from './dead-letters-list.js';
import { deadLettersReplay } from './dead-letters-replay.js';

/** `messaging dlq …`: messages that a service could not handle, and parked so that the others go on. */
export const messaging = (): Command =>
  new Command('messaging')
    .description('messages between the services')
    .addCommand(
      new Command('dlq')
        .description('parked messages')
        .addCommand(deadLettersList())
        .addCommand(deadLettersReplay()),
    );
