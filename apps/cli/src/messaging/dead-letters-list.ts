import { Command } from 'commander';
import { answering, type Wanted } from '../terminal/answer.js';
import { inEach, langOption } from '../terminal/language.js';
import { plain } from '../terminal/plain.js';
import { noLetters } from './no-letters.js';
import { withDeadLetters } from './with-dead-letters.js';

/** `messaging dlq list`: what is parked, for which group, and why. */
export const deadLettersList = (): Command =>
  new Command('list')
    .description('list parked messages')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((wanted: Wanted) =>
      answering(wanted, () =>
        withDeadLetters(async (deadLetters) => {
          const letters = (await deadLetters.list()).map(({ group, error, at, message }) => ({
            group,
            topic: message.topic,
            type: message.body.type,
            id: message.id,
            at,
            error: plain(error),
          }));
          return {
            fields: { letters },
            text:
              letters.length === 0
                ? noLetters
                : inEach(() =>
                    letters
                      .map(
                        ({ at, group, topic, type, id, error }) =>
                          `${at}  ${group}  ${topic}  ${type}  ${id}\n  ${error}`,
                      )
                      .join('\n'),
                  ),
          };
        }),
      ),
    );
