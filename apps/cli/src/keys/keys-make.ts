import { readdir } from 'node:fs/promises';
import { Command } from 'commander';
import { openSecrets } from '#secrets';
import { readSettings } from '#settings';
import { answering, type Wanted } from '../terminal/answer.js';
import { langOption } from '../terminal/language.js';

/** `keys make`: every key file an installation needs, where it is missing; for a place where services may not write. */
export const keysMake = (): Command =>
  new Command('make')
    .description('make the key files that are missing in TROUSSEAU_SECRETS; none that is there changes')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((wanted: Wanted) =>
      answering(wanted, async () => {
        const { secretsFolder } = readSettings(process.env);
        await openSecrets(secretsFolder);
        const files = (await readdir(secretsFolder)).sort();
        return {
          fields: { files },
          text: {
            fr: `Clés prêtes dans ${secretsFolder} :\n${files.join('\n')}`,
            en: `Keys ready in ${secretsFolder}:\n${files.join('\n')}`,
          },
        };
      }),
    );
