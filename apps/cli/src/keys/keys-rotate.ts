import { Command } from 'commander';
import { TokenKeyFile } from '#secrets';
import { readSettings } from '#settings';
import { answering, Refused } from '../terminal/answer.js';

type Options = Readonly<{ compromised?: boolean; json?: boolean }>;

/** `keys rotate`: a new key to sign tokens, announced before it signs; running services see it without a restart. */
export const keysRotate = (): Command =>
  new Command('rotate')
    .description('make a new key that signs tokens; the old one stays until its tokens have expired')
    .option('--compromised', 'the key has leaked: replace it at once, every token signed until now is void')
    .option('--json', 'answer as JSON')
    .action(({ compromised, json }: Options) =>
      answering({ json }, async () => {
        const file = await TokenKeyFile.open(readSettings(process.env).secretsFolder);
        const { kid, signsFrom } = await made(file, compromised ?? false);
        const text = compromised
          ? `Nouvelle clé ${kid} : elle signe dès maintenant, aucun jeton plus ancien ne vaut encore.`
          : `Nouvelle clé ${kid} : elle signera à partir de ${signsFrom}.`;
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
