import { Command } from 'commander';
import { Argon2KeyHasher, currentParameters } from '#apps/auth';
import { answering, Refused, type Wanted } from '../terminal/answer.js';
import { inEach, langOption } from '../terminal/language.js';
import { calibrationOf } from './calibration.js';
import { calibrationText } from './calibration-text.js';
import { measure } from './measure.js';
import { whileTimePasses } from './while-time-passes.js';

const what = { fr: 'Mesure', en: 'Measuring' };

type Options = Wanted & Readonly<{ seconds?: string }>;

/** `calibrate`: what a hash of a key costs on this machine, as the service itself computes it. It opens no store and reads no setting. */
export const calibrate = (): Command =>
  new Command('calibrate')
    .description('measure what verifying a key costs on this machine, and how many it verifies a second')
    .option('--seconds <n>', 'how many seconds to measure, 1 to 60; 4 by default')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ seconds = '4', ...wanted }: Options) =>
      answering(wanted, async () => {
        if (!/^([1-9]|[1-5]\d|60)$/.test(seconds)) throw new Refused('seconds-not-valid');
        const total = Number(seconds) * 1000;
        const hasher = new Argon2KeyHasher();
        try {
          const measured = await whileTimePasses({ lang: wanted.lang, what, total }, () =>
            measure(hasher, total / 2),
          );
          const calibration = calibrationOf(currentParameters, measured);
          return { fields: calibration, text: inEach((lang) => calibrationText(lang, calibration)) };
        } finally {
          await hasher.onApplicationShutdown();
        }
      }),
    );
