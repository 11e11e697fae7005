import { Command } from 'commander';
import { answering, type Wanted } from '../terminal/answer.js';
import { langOption, type Said } from '../terminal/language.js';
import { noLetters } from './no-letters.js';
import { withDeadLetters } from './with-dead-letters.js';

const replayedText = (replayed: number): Said => ({
  fr: `Messages remis à leurs services : ${replayed}. Ceux qui échouent encore reviennent dans cette liste.`,
  en: `Messages given to their services: ${replayed}. Those that fail again come back to this list.`,
});

/** `messaging dlq replay`: every parked message goes to its group once more; one that fails again is parked again. */
export const deadLettersReplay = (): Command =>
  new Command('replay')
    .description('have every parked message tried again')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((wanted: Wanted) =>
      answering(wanted, () =>
        withDeadLetters(async (deadLetters) => {
          const replayed = await deadLetters.replay();
          return {
            fields: { replayed },
            text: replayed === 0 ? noLetters : replayedText(replayed),
          };
        }),
      ),
    );
