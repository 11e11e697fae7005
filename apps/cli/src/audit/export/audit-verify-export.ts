import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { openExport, type Report, verifyExport } from '#evidence';
import { answering, Refused } from '../../terminal/answer.js';
import { langOption, type Language } from '../language/language.js';
import { findingTexts } from '../verify/finding-texts.js';

type Options = Readonly<{ key: string; checkpoint: string; lang: Language; json?: boolean }>;

/** `audit verify-export`: verifies an export with a key and a checkpoint alone; needs no store. Exit code 1 when it is not sound. */
export const auditVerifyExport = (): Command =>
  new Command('verify-export')
    .description('verify an export offline')
    .argument('<file>', 'the export; - for the standard input')
    .requiredOption('--key <key>', 'the verifier key of the log, or a file that holds it')
    .requiredOption('--checkpoint <file>', 'a signed checkpoint from outside')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((file: string, { key, checkpoint, lang, json }: Options) =>
      answering(json, async () => {
        const given = {
          key: await readFile(key, 'utf8').catch(() => key),
          checkpoint: await readFile(checkpoint, 'utf8').catch(unusable),
          now: Date.now(),
        };
        const report = await verify(file, given);
        if (!report.sound) process.exitCode = 1;
        return { fields: { ...report }, text: reportText(lang, report) };
      }),
    );

const unusable = (error: unknown): never => {
  throw new Refused('not-usable', (error as Error).message);
};

const verify = async (file: string, given: Parameters<typeof verifyExport>[1]): Promise<Report> => {
  try {
    return await verifyExport(openExport(file), given);
  } catch (error) {
    return unusable(error);
  }
};

const reportText = (language: Language, { sound, wrong, events, absent, size }: Report): string => {
  if (sound) {
    return language === 'fr'
      ? `Export intact : ${events} événements vérifiés, ${absent} absents comme déclaré, sous un point de contrôle de ${size} places.`
      : `The export is sound: ${events} events verified, ${absent} absent as declared, under a checkpoint of ${size} places.`;
  }
  const kinds: Readonly<Record<string, string>> = findingTexts[language];
  const what = kinds[wrong?.kind ?? ''] ?? wrong?.why;
  return language === 'fr'
    ? `Export NON intact, place ${wrong?.index}, ligne ${wrong?.line} : ${what}.`
    : `The export is NOT sound at place ${wrong?.index}, line ${wrong?.line}: ${what}.`;
};
