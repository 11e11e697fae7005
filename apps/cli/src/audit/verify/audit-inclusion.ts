import { Command } from 'commander';
import { proveInclusion } from '#evidence';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { inEach, langOption, type Language } from '../../terminal/language.js';
import { withLog } from '../with-log.js';
import { headIn } from './audit-consistency.js';

type Options = Wanted & Readonly<{ position: string; checkpoint?: string }>;

const encoded = (hash: Uint8Array) => Buffer.from(hash).toString('base64');

/** `audit inclusion`: that one event stands under a signed checkpoint, with the proof. Exit code 1 when it does not. */
export const auditInclusion = (): Command =>
  new Command('inclusion')
    .description('prove that one event is in the log under a signed checkpoint')
    .requiredOption('--position <n>', 'position of the event in the log')
    .option('--checkpoint <file>', 'the signed checkpoint; the last one by default')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ position, checkpoint, lang, json }: Options) =>
      answering({ json, lang }, () =>
        withLog(async (log) => {
          if (!/^\d{1,15}$/.test(position)) throw new Refused('position-not-valid');
          const head = await headIn(log, checkpoint);
          const proved = proveInclusion(log.leaves, Number(position), head);
          if (proved === undefined) throw new Refused('not-covered');
          const { holds, index, leaf } = proved;
          if (!holds) process.exitCode = 1;
          const proof = proved.proof.map(encoded);
          const fields = { holds, index, size: head.size, leaf, leafHash: encoded(proved.leafHash), proof };
          return {
            fields,
            text: inEach((lang) =>
              [sentence(lang, holds, index, head.size), `  ${leaf.eventHash}`, ...proof].join('\n'),
            ),
          };
        }),
      ),
    );

const sentence = (language: Language, holds: boolean, index: number, size: number): string => {
  if (language === 'fr')
    return holds
      ? `L’événement tient la place ${index} des ${size} du point de contrôle. Son empreinte, puis la preuve (RFC 9162) :`
      : `L’événement N’EST PAS à la place ${index} que couvre le point de contrôle.`;
  return holds
    ? `The event stands at place ${index} of the ${size} under the checkpoint. Its hash, then the proof (RFC 9162):`
    : `The event is NOT at place ${index} that the checkpoint covers.`;
};
