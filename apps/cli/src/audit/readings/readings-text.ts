import type { Reading } from '#journals';
import type { Language } from '../../terminal/language.js';
import { plain } from '../../terminal/plain.js';
import { dayIn, timeOfDay } from '../language/moment.js';

const words = {
  fr: {
    zone: 'heure de Paris',
    user: 'utilisateur',
    school: 'auto-école',
    all: 'tout le journal',
    noReason: 'sans motif',
    nothing: 'Aucune lecture.',
  },
  en: {
    zone: 'Paris time',
    user: 'user',
    school: 'school',
    all: 'the whole log',
    noReason: 'no reason given',
    nothing: 'No reading.',
  },
} as const;

const aboutWhom = (language: Language, about: Reading['about']): string => {
  const said = words[language];
  if (about === 'all') return said.all;
  return 'user' in about ? `${said.user} ${plain(about.user)}` : `${said.school} ${plain(about.school)}`;
};

const readingText = (language: Language, { at, operator, command, about, reason }: Reading): string =>
  [
    `  ${timeOfDay(at)}  audit ${command} · ${aboutWhom(language, about)}`,
    `${' '.repeat(12)}${plain(operator)} · ${reason === null ? words[language].noReason : plain(reason)}`,
  ].join('\n');

/** Who read at the command line, day by day. */
export const readingsText = (language: Language, readings: readonly Reading[]): string => {
  const heading = ({ at }: Reading) => `${dayIn(language, at)} (${words[language].zone})`;
  if (readings.length === 0) return words[language].nothing;
  return readings
    .flatMap((reading, index) => {
      const [day, before] = [heading(reading), readings[index - 1]];
      const isNewDay = before === undefined || heading(before) !== day;
      return [...(isNewDay ? [day] : []), readingText(language, reading)];
    })
    .join('\n');
};
