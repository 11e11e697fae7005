import type { Locale } from '#contracts';
import { Refused } from '../../terminal/answer.js';
import { decodeText } from './decode-text.js';
import { findDoubles } from './find-doubles.js';
import { readRow, type Candidate } from './read-row.js';
import { readTable } from './read-table.js';

const nobody = { fr: 'Le fichier ne contient aucune personne.', en: 'There is nobody in the file.' };

/** Everybody a file describes. Throws Refused when it is no table of users. */
export const readCandidates = (bytes: Uint8Array, usual: Locale): readonly Candidate[] => {
  const table = readTable(decodeText(bytes));
  if ('problem' in table) throw new Refused('file-not-valid', table.problem);
  if (table.rows.length === 0) throw new Refused('file-not-valid', nobody);
  return findDoubles(table.rows.map((row) => readRow(row, usual)));
};
