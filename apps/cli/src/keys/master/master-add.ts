import { Command } from 'commander';
import { MasterKeyFile } from '#secrets';
import { readSettings } from '#settings';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { langOption } from '../../terminal/language.js';

/** `keys master add`: a new master key that opens and does not wrap yet. */
export const masterAdd = (): Command =>
  new Command('add')
    .description('make a new master key, which every process must know before it is used')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((wanted: Wanted) =>
      answering(wanted, async () => {
        const { outcome } = await new MasterKeyFile(readSettings(process.env).secretsFolder).add();
        if (outcome === 'refused') throw new Refused('master-key-changing');
        return {
          fields: { outcome },
          text: {
            fr: 'Nouvelle clé ajoutée. Redémarrez tous les services, puis : trousseau keys master use',
            en: 'New key added. Restart every service, then: trousseau keys master use',
          },
        };
      }),
    );
