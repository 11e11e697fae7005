import { Command } from 'commander';
import { masterKeyId } from '#vault';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { langOption } from '../../terminal/language.js';
import { standingDataKeys } from './standing-data-keys.js';
import { withStore } from './with-store.js';

/** `keys master drop`: takes the former master key out of the file, once it wraps nothing. */
export const masterDrop = (): Command =>
  new Command('drop')
    .description('take the former master key out, once it wraps no data key')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((wanted: Wanted) =>
      answering(wanted, () =>
        withStore(async ({ store, file }) => {
          const [, former] = await file.keys();
          if (former === undefined) throw new Refused('master-key-alone');
          const wrappedBy = [...(await standingDataKeys(store)).values()];
          if (wrappedBy.includes(masterKeyId(former))) throw new Refused('master-key-in-use');
          await file.drop();
          return {
            fields: { outcome: 'done' },
            text: {
              fr: 'L’ancienne clé n’est plus dans le fichier. Redémarrez tous les services.',
              en: 'The former key has left the file. Restart every service.',
            },
          };
        }),
      ),
    );
