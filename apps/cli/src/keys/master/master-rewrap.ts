import { Command } from 'commander';
import { eventHash } from '#aggregate-store';
import { DataKeys, masterKeyId } from '#vault';
import { counted } from '../../audit/language/counted.js';
import { answering } from '../../terminal/answer.js';
import { progressOf } from '../../terminal/progress.js';
import { standingDataKeys } from './standing-data-keys.js';
import { withStore } from './with-store.js';

/** `keys master rewrap`: wraps every data key by the first master key. Cut short, it goes on where it was. */
export const masterRewrap = (): Command =>
  new Command('rewrap')
    .description('wrap every data key by the first master key; services go on meanwhile')
    .option('--json', 'answer as JSON')
    .action(({ json }: { json?: boolean }) =>
      answering({ json }, () =>
        withStore(async ({ store, file }) => {
          const masterKeys = await file.keys();
          const dataKeys = new DataKeys(store, masterKeys);
          const current = masterKeyId(masterKeys[0]!);
          const standing = await standingDataKeys(store);
          const left = [...standing].filter(([, by]) => by !== current).map(([name]) => name);
          const progress = progressOf('Clés de données', left.length);
          let rewrapped = 0;
          for (const name of left) {
            if (await dataKeys.rewrap(name, eventHash)) rewrapped += 1;
            progress.advance(1);
          }
          progress.end();
          return {
            fields: { rewrapped, dataKeys: standing.size },
            text: `${counted('fr', rewrapped, 'clé de données chiffrée', 'clés de données chiffrées')} à nouveau, sur ${standing.size}.`,
          };
        }),
      ),
    );
