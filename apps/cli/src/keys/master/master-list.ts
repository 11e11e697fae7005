import { Command } from 'commander';
import { masterKeyId } from '#vault';
import { counted } from '../../terminal/counted.js';
import { answering, type Wanted } from '../../terminal/answer.js';
import { inEach, type Language, langOption } from '../../terminal/language.js';
import { standingDataKeys } from './standing-data-keys.js';
import { withStore } from './with-store.js';

const words = {
  fr: {
    wraps: 'chiffre',
    opens: 'déchiffre seulement',
    count: (count: number) => counted('fr', count, 'clé de données', 'clés de données'),
  },
  en: { wraps: 'wraps', opens: 'only opens', count: (count: number) => counted('en', count, 'data key') },
};

/** `keys master list`: the master keys of the file, and how many data keys each wraps. */
export const masterList = (): Command =>
  new Command('list')
    .description('the master keys, and how many data keys each wraps')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((wanted: Wanted) =>
      answering(wanted, () =>
        withStore(async ({ store, file }) => {
          const wrappedBy = [...(await standingDataKeys(store)).values()];
          const keys = (await file.keys()).map(masterKeyId).map((id, index) => ({
            id,
            standing: index === 0 ? ('wraps' as const) : ('opens' as const),
            dataKeys: wrappedBy.filter((by) => by === id).length,
          }));
          const text = (lang: Language) =>
            keys
              .map(
                ({ id, standing, dataKeys }) =>
                  `${id}  ${words[lang][standing]}  ${words[lang].count(dataKeys)}`,
              )
              .join('\n');
          return { fields: { keys }, text: inEach(text) };
        }),
      ),
    );
