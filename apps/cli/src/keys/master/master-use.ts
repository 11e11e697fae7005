import { Command } from 'commander';
import { MasterKeyFile } from '#secrets';
import { readSettings } from '#settings';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { langOption } from '../../terminal/language.js';

/** `keys master use`: the new master key wraps, the former one still opens. Twice is back again. */
export const masterUse = (): Command =>
  new Command('use')
    .description('let the other master key wrap, once every process knows it')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((wanted: Wanted) =>
      answering(wanted, async () => {
        const { outcome } = await new MasterKeyFile(readSettings(process.env).secretsFolder).use();
        if (outcome === 'refused') throw new Refused('master-key-alone');
        return {
          fields: { outcome },
          text: {
            fr: 'La nouvelle clé servira. Redémarrez tous les services, puis : trousseau keys master rewrap',
            en: 'The new key wraps from now on. Restart every service, then: trousseau keys master rewrap',
          },
        };
      }),
    );
