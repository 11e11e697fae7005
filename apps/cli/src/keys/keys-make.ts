import { readdir } from 'node:fs/promises';
import { Command } from 'commander';
import { openSecrets } from '#secrets';
import { readSettings } from '#settings';
import { answering } from '../terminal/answer.js';

/** `keys make`: every key file an installation needs, where it is missing; for a place where services may not write. */
export const keysMake = (): Command =>
  new Command('make')
    .description('make the key files that are missing in TROUSSEAU_SECRETS; none that is there changes')
    .option('--json', 'answer as JSON')
    .action(({ json }: { json?: boolean }) =>
      answering({ json }, async () => {
        const { secretsFolder } = readSettings(process.env);
        await openSecrets(secretsFolder);
        const files = (await readdir(secretsFolder)).sort();
        return { fields: { files }, text: `Clés prêtes dans ${secretsFolder} :\n${files.join('\n')}` };
      }),
    );
