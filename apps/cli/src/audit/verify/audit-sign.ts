import { Command } from 'commander';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { inEach, langOption } from '../../terminal/language.js';
import { counted } from '../../terminal/counted.js';
import { signNow } from './sign-now.js';

const words = {
  fr: {
    signed: (size: number) => `Point de contrôle signé : ${counted('fr', size, 'événement')}.`,
    nothing: 'Rien de nouveau à signer.',
  },
  en: {
    signed: (size: number) => `Checkpoint signed: ${counted('en', size, 'event')}.`,
    nothing: 'Nothing new to sign.',
  },
} as const;

/** `audit sign`: signs a checkpoint over everything there is now, as the notary of the server does by itself. */
export const auditSign = (): Command =>
  new Command('sign')
    .description('sign a checkpoint of the log now')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((wanted: Wanted) =>
      answering(wanted, async () => {
        const { signed, size, refusal } = await signNow();
        if (refusal !== null) throw new Refused(refusal);
        return {
          fields: { signed, size },
          text: inEach((lang) => (signed ? words[lang].signed(size) : words[lang].nothing)),
        };
      }),
    );
