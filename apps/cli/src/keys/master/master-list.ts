import { Command } from 'commander';
import { masterKeyId } from '#vault';
import { counted } from '../../audit/language/counted.js';
import { answering } from '../../terminal/answer.js';
import { standingDataKeys } from './standing-data-keys.js';
import { withStore } from './with-store.js';

/** `keys master list`: the master keys of the file, and how many data keys each wraps. */
export const masterList = (): Command =>
  new Command('list')
    .description('the master keys, and how many data keys each wraps')
    .option('--json', 'answer as JSON')
    .action(({ json }: { json?: boolean }) =>
      answering({ json }, () =>
        withStore(async ({ store, file }) => {
          const wrappedBy = [...(await standingDataKeys(store)).values()];
          const keys = (await file.keys()).map(masterKeyId).map((id, index) => ({
            id,
            standing: index === 0 ? 'wraps' : 'opens',
            dataKeys: wrappedBy.filter((by) => by === id).length,
          }));
          const text = keys
            .map(({ id, standing, dataKeys }) => {
              const role = standing === 'wraps' ? 'chiffre' : 'déchiffre seulement';
              return `${id}  ${role}  ${counted('fr', dataKeys, 'clé de données', 'clés de données')}`;
            })
            .join('\n');
          return { fields: { keys }, text };
        }),
      ),
    );
