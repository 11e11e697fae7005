import { Option } from 'commander';

/** What somebody reads in; French unless they or their terminal say otherwise. */
export type Language = 'fr' | 'en';

/** What is said, in every language there is: where one is left out, it does not compile. */
export type Said = Readonly<Record<Language, string>>;

/** The same of what is said from parts. */
export const inEach = (say: (language: Language) => string): Said => ({ fr: say('fr'), en: say('en') });

/** The language of a terminal, from the variables of its locale. */
export const terminalLanguage = (env: Readonly<Record<string, string | undefined>>): Language =>
  (env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '').startsWith('en') ? 'en' : 'fr';

/** The language of what is said before any command begins, such as its help: that of `--lang`, or of the terminal. */
export const languageAsked = (
  typed: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language => {
  const asked = typed
    .join(' ')
    .match(/(?<=--lang[ =])(fr|en)(?= |$)/g)
    ?.at(-1);
  return asked === 'fr' || asked === 'en' ? asked : terminalLanguage(env);
};

/** `--lang fr|en`. */
export const langOption = (): Option =>
  new Option('--lang <lang>', 'language of the answer')
    .choices(['fr', 'en'])
    .default(terminalLanguage(process.env));
