import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { publishAuth } from '#apps/auth';
import { rebuildUserList } from '#apps/users';
import { openPlatform } from '#platform';
import { readSettings } from '#settings';
import { answering } from '../terminal/answer.js';
import { progressOf } from '../terminal/progress.js';

/** `projection rebuild user-list`: makes a read model anew beside the one that serves; the next start takes it over. */
export const projectionRebuild = (): Command =>
  new Command('rebuild')
    .description('make a read model anew from the log; the next start of the service takes it over')
    .addArgument(new Argument('<name>', 'the read model').choices(['user-list']))
    .option('--json', 'answer as JSON')
    .action((name: string, { json }: { json?: boolean }) =>
      answering({ json }, async () => {
        const settings = readSettings({ TROUSSEAU_LOG_LEVEL: 'error', ...process.env });
        const platform = await openPlatform(settings, [], { background: false });
        const progress = progressOf('Reconstruction', await platform.events.head());
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
            text: `Liste reconstruite jusqu'à la position ${position} ; le prochain démarrage la prend.`,
          };
        } finally {
          await platform.events.close();
        }
      }),
    );
