import { Command } from 'commander';
import { openCheckpoint, proveConsistency } from '#evidence';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { inEach, langOption, type Language } from '../../terminal/language.js';
import { type AuditedLog, withLog } from '../with-log.js';

/** `audit consistency`: that a later checkpoint only continues an earlier one, with the proof. Exit code 1 when it does not. */
export const auditConsistency = (): Command =>
  new Command('consistency')
    .description('prove that one signed checkpoint continues another')
    .argument('<old>', 'file of the earlier checkpoint')
    .argument('<new>', 'file of the later checkpoint')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((older: string, newer: string, wanted: Wanted) =>
      answering(wanted, () =>
        withLog(async (log) => {
          const [earlier, later] = [await headIn(log, older), await headIn(log, newer)];
          const { holds, proof } = proveConsistency(log.leaves, earlier, later);
          if (!holds) process.exitCode = 1;
          const hashes = proof.map((hash) => Buffer.from(hash).toString('base64'));
          return {
            fields: { holds, from: earlier.size, to: later.size, proof: hashes },
            text: inEach((lang) => [sentence(lang, holds, earlier.size, later.size), ...hashes].join('\n')),
          };
        }),
      ),
    );

/** The checkpoint in a file, and the note it was read from. Throws Refused when it is not signed by this log. */
export const headIn = async ({ key, checkpoints }: AuditedLog, file: string | undefined) => {
  const note = (await checkpoints(file)).at(-1);
  const head = note === undefined ? undefined : openCheckpoint(note, key);
  if (note === undefined || head === undefined) throw new Refused('not-a-checkpoint');
  return { ...head, note };
};

const sentence = (language: Language, holds: boolean, from: number, to: number): string => {
  if (holds && from === to)
    return language === 'fr'
      ? `Les deux points de contrôle sont le même : ${to} places, rien à prouver.`
      : `The two checkpoints are the same: ${to} places, nothing to prove.`;
  if (language === 'fr')
    return holds
      ? `Le second point de contrôle (${to} places) prolonge le premier (${from} places), sans rien changer. Preuve (RFC 9162) :`
      : `Le second point de contrôle (${to} places) NE prolonge PAS le premier (${from} places).`;
  return holds
    ? `The second checkpoint (${to} places) continues the first (${from} places) and changes nothing. Proof (RFC 9162):`
    : `The second checkpoint (${to} places) does NOT continue the first (${from} places).`;
};
