import { Command } from 'commander';
import { TokenKeyFile } from '#secrets';
import { readSettings } from '#settings';
import { answering, Refused, type Wanted } from '../terminal/answer.js';
import { langOption } from '../terminal/language.js';

type Options = Wanted & Readonly<{ compromised?: boolean }>;

/** `keys rotate`: a new key to sign tokens, announced before it signs; running services see it without a restart. */
export const keysRotate = (): Command =>
  new Command('rotate')
    .description('make a new key that signs tokens; the old one stays until its tokens have expired')
    .option('--compromised', 'the key has leaked: replace it at once, every token signed until now is void')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ compromised, ...wanted }: Options) =>
      answering(wanted, async () => {
        const file = await TokenKeyFile.open(readSettings(process.env).secretsFolder);
        const { kid, signsFrom } = await made(file, compromised ?? false);
        const text = compromised
          ? {
              fr: `Nouvelle clé ${kid} : elle signe dès maintenant, aucun jeton plus ancien ne vaut encore.`,
              en: `New key ${kid}: it signs from now on, no earlier token is good any more.`,
            }
          : {
              fr: `Nouvelle clé ${kid} : elle signera à partir de ${signsFrom}.`,
              en: `New key ${kid}: it signs from ${signsFrom} on.`,
            };
        return { fields: { kid, signsFrom }, text };
      }),
    );

const made = async (file: TokenKeyFile, compromised: boolean) => {
  const now = new Date().toISOString();
  if (compromised) return file.replace(now);
  const rotated = await file.rotate(now);
  if (rotated.outcome === 'refused') throw new Refused('keys-changing');
  return rotated.key;
};
