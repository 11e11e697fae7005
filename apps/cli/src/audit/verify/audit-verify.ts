import { Command } from 'commander';
import { declaredRetention } from '#event-store';
import { verifyStore } from '#evidence';
import { answering, type Wanted } from '../../terminal/answer.js';
import { progressOf } from '../../terminal/progress.js';
import { inEach, langOption } from '../../terminal/language.js';
import { withLog } from '../with-log.js';
import { verdictText } from './verdict-text.js';

type Options = Wanted & Readonly<{ checkpoint?: string }>;

const verifying = { fr: 'Vérification', en: 'Verifying' };

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
          const progress = progressOf(lang, verifying, leaves.size);
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
            text: inEach((language) => verdictText(language, verdict, notes.length > 0)),
          };
        }),
      ),
    );
