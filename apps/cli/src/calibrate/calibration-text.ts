import type { Language } from '../terminal/language.js';
import type { Calibration } from './calibration.js';

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

type Numbers = Readonly<Record<'each' | 'passes' | 'median' | 'p95' | 'processors' | 'rate' | 'all', string>>;

const words: Readonly<Record<Language, (numbers: Numbers, alone: boolean) => readonly string[]>> = {
  fr: ({ each, passes, median, p95, processors, rate, all }, alone) => [
    `Vérifier une clé (argon2id, ${each} Mio, ${passes} passes) prend ${median} ms sur cette machine (médiane ; 95 % en ${p95} ms au plus).`,
    `${alone ? 'Son unique processeur en vérifie' : `Ses ${processors} processeurs en vérifient`} ${rate} par seconde, soit autant de connexions au plus, dans ${all} Mio de mémoire.`,
    'Au-delà, les demandes font la queue ; quand elle est pleine, les suivantes reçoivent un 503 et l’invitation à revenir dans un instant (LOG-08).',
    'Ce coût est le minimum que recommande l’OWASP ; un essai sous un identifiant inconnu coûte autant (LOG-02).',
    'Si l’heure la plus chargée s’approche de ce nombre, ajoutez des processeurs, ou des instances du service auth sur d’autres machines.',
  ],
  en: ({ each, passes, median, p95, processors, rate, all }, alone) => [
    `Verifying a key (argon2id, ${each} MiB, ${passes} passes) takes ${median} ms on this machine (median; 95% within ${p95} ms).`,
    `Its ${alone ? 'only processor verifies' : `${processors} processors verify`} ${rate} a second, which is as many sign-ins at most, in ${all} MiB of memory.`,
    'Beyond that requests queue; once the queue is full, the next are answered 503 and asked to come back in a moment (LOG-08).',
    'This cost is the least that OWASP recommends; an attempt under an unknown identifier costs as much (LOG-02).',
    'If the busiest hour comes near that number, add processors, or replicas of auth on other machines.',
  ],
};

/** What it means for whoever runs the machine. */
export const calibrationText = (language: Language, calibration: Calibration): string => {
  const { memoryKiB, passes, processors, medianMs, p95Ms, perSecond, memoryMiB } = calibration;
  const say = (value: number) => numbers[language].format(value);
  const said = {
    each: say(memoryKiB / 1024),
    passes: say(passes),
    median: say(medianMs),
    p95: say(p95Ms),
    processors: say(processors),
    rate: say(perSecond),
    all: say(memoryMiB),
  };
  return words[language](said, processors === 1).join('\n');
};
