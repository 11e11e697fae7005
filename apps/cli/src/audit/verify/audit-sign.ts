import { Command } from 'commander';
import { startNotary } from '#evidence';
import { openPlatform } from '#platform';
import { readSettings } from '#settings';
import { answering, Refused } from '../../terminal/answer.js';

const refusals: Readonly<Record<string, string>> = {
  'contradicts-a-checkpoint': 'Le journal contredit un point de contrôle déjà signé : rien n’est signé.',
  'signed-by-another-key': 'Le dernier point de contrôle a été signé par une autre clé : rien n’est signé.',
};

/** `audit sign`: signs a checkpoint over everything there is now, as the notary of the server does by itself. */
export const auditSign = (): Command =>
  new Command('sign')
    .description('sign a checkpoint of the log now')
    .option('--json', 'answer as JSON')
    .action(({ json }: { json?: boolean }) =>
      answering(json, async () => {
        const settings = readSettings({ TROUSSEAU_LOG_LEVEL: 'error', ...process.env });
        const platform = await openPlatform(settings, [], { background: false });
        const { notary, leaves, stop } = await startNotary(settings.dataFolder, platform.secrets, {
          store: platform.events,
          now: () => platform.clock.now(),
        });
        try {
          const signed = await notary.sign();
          const refusal = notary.refusal();
          if (refusal !== null) throw new Refused(refusal, refusals[refusal]);
          const size = leaves.size;
          return {
            fields: { signed, size },
            text: signed ? `Point de contrôle signé : ${size} événements.` : 'Rien de nouveau à signer.',
          };
        } finally {
          await stop();
          await platform.events.close();
        }
      }),
    );
