import { Option } from 'commander';

/** What the auditor reads in; French unless they or their terminal say otherwise. */
export type Language = 'fr' | 'en';

/** The language of a terminal, from the variables of its locale. */
export const terminalLanguage = (env: Readonly<Record<string, string | undefined>>): Language =>
  (env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '').startsWith('en') ? 'en' : 'fr';

/** `--lang fr|en`. */
export const langOption = (): Option =>
  new Option('--lang <lang>', 'language of the answer')
    .choices(['fr', 'en'])
    .default(terminalLanguage(process.env));
