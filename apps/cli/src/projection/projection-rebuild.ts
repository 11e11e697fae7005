import { Argument, Command } from 'commander';
import { rebuildUserList } from '#apps/users';
import { answering, type Wanted } from '../terminal/answer.js';
import { langOption } from '../terminal/language.js';
import { throughLog } from './through-log.js';

const what = { fr: 'Reconstruction', en: 'Rebuilding' };

/** `projection rebuild user-list`: makes a read model anew beside the one that serves; the next start takes it over. */
export const projectionRebuild = (): Command =>
  new Command('rebuild')
    .description('make a read model anew from the log; the next start of the service takes it over')
    .addArgument(new Argument('<name>', 'the read model').choices(['user-list']))
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((name: string, wanted: Wanted) =>
      answering(wanted, async () => {
        const position = await throughLog(name, { lang: wanted.lang, what }, rebuildUserList);
        return {
          fields: { name, position },
          text: {
            fr: `Liste reconstruite jusqu’à la position ${position} ; le prochain démarrage la prend.`,
            en: `List made anew up to position ${position}; the next start takes it over.`,
          },
        };
      }),
    );
