import { Command } from 'commander';
import { answering } from '../terminal/answer.js';
import { withDeadLetters } from './with-dead-letters.js';

/** `messaging dlq replay`: every parked message goes to its group once more; one that fails again is parked again. */
export const deadLettersReplay = (): Command =>
  new Command('replay')
    .description('have every parked message tried again')
    .option('--json', 'answer as JSON')
    .action(({ json }: { json?: boolean }) =>
      answering({ json }, () =>
        withDeadLetters(async (deadLetters) => {
          const replayed = await deadLetters.replay();
          return {
            fields: { replayed },
            text:
              replayed === 0
                ? 'Aucun message en attente.'
                : `Messages remis à leurs services : ${replayed}. Ceux qui échouent encore reviennent dans cette liste.`,
          };
        }),
      ),
    );
