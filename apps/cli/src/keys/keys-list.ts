import { Command } from 'commander';
import { type Standing, TokenKeyFile, publishedKeys, standingOf } from '#secrets';
import { readSettings } from '#settings';
import { answering, type Wanted } from '../terminal/answer.js';
import { inEach, type Language, langOption } from '../terminal/language.js';

const inWords: Readonly<Record<Language, Readonly<Record<Standing | 'since', string>>>> = {
  fr: {
    since: 'depuis',
    leaves: 'ne signe plus, vérifie encore',
    signs: 'signe',
    announced: 'annoncée',
  },
  en: { since: 'since', leaves: 'signs no more, still verifies', signs: 'signs', announced: 'announced' },
};

/** `keys list`: which keys are published now, and what each does. */
export const keysList = (): Command =>
  new Command('list')
    .description('the published keys that sign tokens, and what each does now')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((wanted: Wanted) =>
      answering(wanted, async () => {
        const keys = await (await TokenKeyFile.open(readSettings(process.env).secretsFolder)).keys();
        const now = new Date().toISOString();
        const published = publishedKeys(keys, now).map((key) => ({
          kid: key.kid,
          signsFrom: key.signsFrom,
          standing: standingOf(key, keys, now),
        }));
        const text = inEach((lang) =>
          published
            .map(
              ({ kid, signsFrom, standing }) =>
                `${kid}  ${inWords[lang].since} ${signsFrom}  ${inWords[lang][standing]}`,
            )
            .join('\n'),
        );
        return { fields: { keys: published }, text };
      }),
    );
