import type { Command } from 'commander';
import { refusedInFrench } from '../help/speaking-french.js';
import type { Language } from '../language.js';

/** What Commander says on several lines, to a terminal, as one sentence. */
const sentence = (language: Language, text: string) =>
  (language === 'fr' ? refusedInFrench(text) : text.replace(/^error: /, '')).trim().replaceAll('\n', ' ');

/** Has a command and all below it refuse what was typed as every refusal of `--json` is said, without a page of help behind it. */
export const refusingInJson = (command: Command, language: Language): Command => {
  command.commands.forEach((below) => refusingInJson(below, language));
  return command.showHelpAfterError(false).configureOutput({
    outputError: (text, write) =>
      write(`${JSON.stringify({ error: 'usage', message: sentence(language, text) })}\n`),
  });
};
