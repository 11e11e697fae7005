import { Command } from 'commander';
import { answering, Refused } from '../../terminal/answer.js';
import { signNow } from './sign-now.js';

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
        const { signed, size, refusal } = await signNow();
        if (refusal !== null) throw new Refused(refusal, refusals[refusal]);
        return {
          fields: { signed, size },
          text: signed ? `Point de contrôle signé : ${size} événements.` : 'Rien de nouveau à signer.',
        };
      }),
    );
