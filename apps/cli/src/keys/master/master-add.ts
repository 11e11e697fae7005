import { Command } from 'commander';
import { MasterKeyFile } from '#secrets';
import { readSettings } from '#settings';
import { answering, Refused } from '../../terminal/answer.js';

/** `keys master add`: a new master key that opens and does not wrap yet. */
export const masterAdd = (): Command =>
  new Command('add')
    .description('make a new master key, which every process must know before it is used')
    .option('--json', 'answer as JSON')
    .action(({ json }: { json?: boolean }) =>
      answering({ json }, async () => {
        const { outcome } = await new MasterKeyFile(readSettings(process.env).secretsFolder).add();
        if (outcome === 'refused') throw new Refused('master-key-changing');
        return {
          fields: { outcome },
          text: 'Nouvelle clé ajoutée. Redémarrez tous les services, puis : trousseau keys master use',
        };
      }),
    );
