import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { publishAuth } from '#apps/auth';
import { rebuildUserList } from '#apps/users';
import { openPlatform } from '#platform';
import { readSettings } from '#settings';
import { answering, type Wanted } from '../terminal/answer.js';
import { langOption } from '../terminal/language.js';
import { progressOf } from '../terminal/progress.js';

const rebuilding = { fr: 'Reconstruction', en: 'Rebuilding' };

/** `projection rebuild user-list`: makes a read model anew beside the one that serves; the next start takes it over. */
export const projectionRebuild = (): Command =>
  new Command('rebuild')
    .description('make a read model anew from the log; the next start of the service takes it over')
    .addArgument(new Argument('<name>', 'the read model').choices(['user-list']))
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((name: string, wanted: Wanted) =>
      answering(wanted, async () => {
        const settings = readSettings({ TROUSSEAU_LOG_LEVEL: 'error', ...process.env });
        const platform = await openPlatform(settings, [], { background: false });
        const progress = progressOf(wanted.lang, rebuilding, await platform.events.head());
        let before = 0;
        try {
          const position = await rebuildUserList({
            store: platform.events,
            masterKeys: platform.secrets.masterKeys,
            file: join(settings.dataFolder, `${name}.db`),
            // Over Kafka the list goes on where its topics are, which no position of the log tells.
            ...(settings.kafkaBrokers.length === 0 && { publishAuth }),
            progress: (at) => {
              progress.advance(at - before);
              before = at;
            },
          });
          progress.end();
          return {
            fields: { name, position },
            text: {
              fr: `Liste reconstruite jusqu’à la position ${position} ; le prochain démarrage la prend.`,
              en: `List made anew up to position ${position}; the next start takes it over.`,
            },
          };
        } finally {
          await platform.events.close();
        }
      }),
    );
