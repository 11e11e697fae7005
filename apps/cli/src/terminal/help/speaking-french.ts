import { type Command, Help } from 'commander';
import { helpInFrench, placeholdersInFrench } from './help.fr.js';
import { commanderInFrench } from './commander.fr.js';

const of = (texts: Readonly<Record<string, string>>, text: string) => texts[text] ?? text;

const filledIn = (text: string) => text.replace(/(?<=[<[])\w+/g, (word) => of(placeholdersInFrench, word));

/** A description, and what Commander adds to it. */
const described = (text: string) => {
  const [what = '', added = ''] = text.split(/(?= \((?:choices|default): )/);
  return of(helpInFrench, what) + added.replace('choices:', 'au choix').replace('default:', 'par défaut');
};

/** What Commander refuses with, in French. */
export const refusedInFrench = (text: string): string =>
  filledIn(commanderInFrench.reduce((said, [english, french]) => said.replace(english, french), text));

/** Has a command and all below it say their help, and what Commander refuses, in French. English is what stands at each command. */
export const speakingFrench = (command: Command): Command => {
  command.commands.forEach(speakingFrench);
  return command
    .configureHelp({
      // The words of `audit consistency` leave its line little room.
      minWidthToWrap: 30,
      // No line begins with what French sets off by a space.
      boxWrap(text: string, width: number) {
        const bound = text.replace(/ (?=[:;])/g, '\0');
        return Help.prototype.boxWrap.call(this, bound, width).replaceAll('\0', ' ');
      },
      styleTitle: (text) => of(helpInFrench, text),
      styleDescriptionText: described,
      styleOptionText: filledIn,
      styleSubcommandText: filledIn,
      styleArgumentText: (text) => filledIn(of(placeholdersInFrench, text)),
    })
    .configureOutput({ outputError: (text, write) => write(refusedInFrench(text)) });
};
