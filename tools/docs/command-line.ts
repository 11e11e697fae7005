import type { Command } from 'commander';
import { program } from '#apps/cli';
import { code, page, table } from './table.js';

type Named = Readonly<{ name: string; command: Command }>;

/** What somebody types, at the end of the branches. */
const commandsIn = (command: Command, before: string): readonly Named[] => {
  const name = `${before} ${command.name()}`.trim();
  return command.commands.length === 0
    ? [{ name, command }]
    : command.commands.flatMap((below) => commandsIn(below, name));
};

/** Every command says these of itself; they are told once. */
const everywhere = ['--lang', '--json'];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const section = ({ name, command }: Named): string => {
  const options = command.options.filter(({ long }) => !everywhere.includes(long ?? ''));
  const rows = [
    ...command.registeredArguments.map((argument) => [
      code(`<${argument.name()}>`),
      argument.description,
      'yes',
    ]),
    ...options.map(({ flags, description, mandatory, argChoices }) => [
      code(flags),
      description + (argChoices === undefined ? '' : ` (${argChoices.map(code).join(', ')})`),
      mandatory ? 'yes' : '',
    ]),
  ];
  return [
    `## ${code(name)}`,
    `${capital(command.description())}.`,
    ...(rows.length > 0 ? [table(['', 'meaning', 'needed'], rows)] : []),
  ].join('\n\n');
};

/** docs/reference/command-line.md: every command, as its help tells it. */
export const commandLinePage = (): string =>
  page(
    'Command line',
    [
      'Typed as `npm run -s trousseau -- COMMAND`, on the data and keys that the [environment](environment.md) names, whether the services run or not; `--help` after any of them says the same in French or English.',
      'Every command takes `--lang fr|en`: the language of its answer; without it that of the terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`), French where it says nothing. And `--json`: the same fields in either language, for programs; a sentence in them (`message`, `text`) is in the language. A refusal is `{error, message}` on stderr; `error` is `usage` where the command itself was not understood.',
      'Exit code: 0 done, 1 refused or, for what verifies and compares, not as it should be, 3 a service is unavailable.',
    ].join('\n\n'),
    ...commandsIn(program('en'), '').map(section),
  );
