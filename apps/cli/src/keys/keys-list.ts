import { Command } from 'commander';
import { type Standing, TokenKeyFile, publishedKeys, standingOf } from '#secrets';
import { readSettings } from '#settings';
import { answering } from '../terminal/answer.js';

const inWords: Readonly<Record<Standing, string>> = {
  leaves: 'ne signe plus, vérifie encore',
  signs: 'signe',
  announced: 'annoncée',
};

/** `keys list`: which keys are published now, and what each does. */
export const keysList = (): Command =>
  new Command('list')
    .description('the published keys that sign tokens, and what each does now')
    .option('--json', 'answer as JSON')
    .action(({ json }: { json?: boolean }) =>
      answering({ json }, async () => {
        const keys = await (await TokenKeyFile.open(readSettings(process.env).secretsFolder)).keys();
        const now = new Date().toISOString();
        const published = publishedKeys(keys, now).map((key) => ({
          kid: key.kid,
          signsFrom: key.signsFrom,
          standing: standingOf(key, keys, now),
        }));
        const text = published
          .map(({ kid, signsFrom, standing }) => `${kid}  depuis ${signsFrom}  ${inWords[standing]}`)
          .join('\n');
        return { fields: { keys: published }, text };
      }),
    );
