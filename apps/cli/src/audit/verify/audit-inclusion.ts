import { Command } from 'commander';
import { leafText, proveInclusion } from '#evidence';
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
          const { size, note } = head;
          const proof = proved.proof.map(encoded);
          const fields = {
            holds,
            index,
            size,
            leaf,
            leafHash: encoded(proved.leafHash),
            proof,
            checkpoint: note,
          };
          const shown = holds ? [leafText(leaf), ...proof, '', note.trimEnd()] : [];
          return {
            fields,
            text: inEach((lang) => [sentence(lang, holds, index, size), ...shown].join('\n')),
          };
        }),
      ),
    );

const sentence = (language: Language, holds: boolean, index: number, size: number): string => {
  if (language === 'fr')
    return holds
      ? `L’événement est la feuille ${index} (comptée depuis 0) des ${size} du point de contrôle. La feuille, la preuve (RFC 9162), le point de contrôle :`
      : `L’événement N’EST PAS la feuille ${index} (comptée depuis 0) que couvre le point de contrôle.`;
  return holds
    ? `The event is leaf ${index} (counted from 0) of the ${size} under the checkpoint. The leaf, the proof (RFC 9162), the checkpoint:`
    : `The event is NOT leaf ${index} (counted from 0) that the checkpoint covers.`;
};
