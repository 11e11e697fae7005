import { Command } from 'commander';
import { declaredRetention } from '#event-store';
import { verifyStore } from '#evidence';
import { answering } from '../../terminal/answer.js';
import { progressOf } from '../../terminal/progress.js';
import { langOption, type Language } from '../../terminal/language.js';
import { withLog } from '../with-log.js';
import { verdictText } from './verdict-text.js';

type Options = Readonly<{ checkpoint?: string; lang: Language; json?: boolean }>;

/** `audit verify`: verifies the whole store against its leaves and signed checkpoints (EVT-12). Exit code 1 when it is not sound. */
export const auditVerify = (): Command =>
  new Command('verify')
    .description('verify that nothing in the log was altered, removed, inserted, reordered or cut off')
    .option('--checkpoint <path>', 'a signed checkpoint from outside, or a folder of them')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ checkpoint, lang, json }: Options) =>
      answering({ json, lang }, () =>
        withLog(async ({ store, leaves, key, platform, checkpoints }) => {
          const notes = await checkpoints(checkpoint);
          const progress = progressOf(lang === 'fr' ? 'Vérification' : 'Verifying', leaves.size);
          let before = 0;
          const verdict = await verifyStore({
            store,
            leaves,
            key,
            checkpoints: notes,
            retention: declaredRetention,
            now: Date.parse(platform.clock.now()),
            progress: (events) => {
              progress.advance(events - before);
              before = events;
            },
          });
          progress.end();
          if (verdict.findings.length > 0) process.exitCode = 1;
          return {
            fields: { sound: verdict.findings.length === 0, ...verdict },
            text: verdictText(lang, verdict, notes.length > 0),
          };
        }),
      ),
    );
