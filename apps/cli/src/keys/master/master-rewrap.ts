import { Command } from 'commander';
import { eventHash } from '#aggregate-store';
import { DataKeys, masterKeyId } from '#vault';
import { counted } from '../../terminal/counted.js';
import { answering, type Wanted } from '../../terminal/answer.js';
import { langOption } from '../../terminal/language.js';
import { progressOf } from '../../terminal/progress.js';
import { standingDataKeys } from './standing-data-keys.js';
import { withStore } from './with-store.js';

const ofDataKeys = { fr: 'Clés de données', en: 'Data keys' };

/** `keys master rewrap`: wraps every data key by the first master key. Cut short, it goes on where it was. */
export const masterRewrap = (): Command =>
  new Command('rewrap')
    .description('wrap every data key by the first master key; services go on meanwhile')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((wanted: Wanted) =>
      answering(wanted, () =>
        withStore(async ({ store, file }) => {
          const masterKeys = await file.keys();
          const dataKeys = new DataKeys(store, masterKeys);
          const current = masterKeyId(masterKeys[0]!);
          const standing = await standingDataKeys(store);
          const left = [...standing].filter(([, by]) => by !== current).map(([name]) => name);
          const progress = progressOf(wanted.lang, ofDataKeys, left.length);
          let rewrapped = 0;
          for (const name of left) {
            if (await dataKeys.rewrap(name, eventHash)) rewrapped += 1;
            progress.advance(1);
          }
          progress.end();
          return {
            fields: { rewrapped, dataKeys: standing.size },
            text: {
              fr: `${counted('fr', rewrapped, 'clé de données chiffrée', 'clés de données chiffrées')} à nouveau, sur ${standing.size}.`,
              en: `${counted('en', rewrapped, 'data key')} wrapped anew, of ${standing.size}.`,
            },
          };
        }),
      ),
    );
