import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { openCheckpoint, openExport, parseNoteKey, type Report, verifyExport } from '#evidence';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { inEach, langOption, type Language } from '../../terminal/language.js';
import { counted } from '../../terminal/counted.js';
import { notesAt } from '../with-log.js';
import { findingTexts } from '../verify/finding-texts.js';

type Options = Wanted & Readonly<{ key: string; checkpoint: string }>;

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
      answering({ json, lang }, async () => {
        const report = await verify(file, await trusted(key, checkpoint));
        if (!report.sound) process.exitCode = 1;
        return { fields: { ...report }, text: inEach((lang) => reportText(lang, report)) };
      }),
    );

/** What the export is held to. Throws Refused where it is no key, or no checkpoint of that key. */
const trusted = async (key: string, checkpoint: string) => {
  const given = await readFile(key, 'utf8').catch(() => key);
  const noteKey = parseNoteKey(given);
  if (noteKey === undefined) throw new Refused('key-not-valid');
  const notes = await notesAt(checkpoint);
  if (!notes.some((note) => openCheckpoint(note, noteKey))) throw new Refused('not-signed-by-key');
  return { key: given, checkpoint: notes.join('\n'), now: Date.now() };
};

const verify = async (file: string, given: Parameters<typeof verifyExport>[1]): Promise<Report> => {
  try {
    return await verifyExport(openExport(file), given);
  } catch (error) {
    // What is wrong with the export itself is in the report.
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new Refused('export-not-readable');
  }
};

const reportText = (language: Language, { sound, wrong, events, absent, size }: Report): string => {
  if (sound) {
    return language === 'fr'
      ? `Export intact : ${counted('fr', events, 'événement vérifié', 'événements vérifiés')}, ${counted('fr', absent, 'absent', 'absents')} comme déclaré, sous un point de contrôle de ${counted('fr', size, 'place')}.`
      : `The export is sound: ${counted('en', events, 'event')} verified, ${absent} absent as declared, under a checkpoint of ${counted('en', size, 'place')}.`;
  }
  const kinds: Readonly<Record<string, string>> = findingTexts[language];
  const what = kinds[wrong?.kind ?? ''] ?? wrong?.why;
  return language === 'fr'
    ? `Export NON intact, place ${wrong?.index}, ligne ${wrong?.line} : ${what}.`
    : `The export is NOT sound at place ${wrong?.index}, line ${wrong?.line}: ${what}.`;
};
