import { CsvError, parse } from 'csv-parse/sync';
import { inEach, type Said } from '../../terminal/language.js';
import { columnNames, columnOf, compulsory, type Column } from './columns.js';
import { delimiterOf } from './delimiter.js';

/** A row of the file: what its cells hold, and the line it ends on, as an editor counts. */
export type Row = Readonly<{ line: number; cells: Readonly<Partial<Record<Column, string>>> }>;

/** The rows of a file, or a sentence that says why it cannot be read. */
export type Table = Readonly<{ rows: readonly Row[] } | { problem: Said }>;

type Parsed = Readonly<{ record: readonly string[]; info: Readonly<{ lines: number }> }>;

/** Excel writes `sep=;` first when it is asked to be understood by other programs. */
const separatorLine = /^sep=(.)\r?\n/i;

/** Reads delimited text with a header row. Spaces around cells, empty lines and columns nobody knows are dropped. */
export const readTable = (text: string): Table => {
  const told = separatorLine.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const delimiter = told?.[1] ?? delimiterOf(body.split(/\r?\n/, 1)[0] ?? '');
  const shift = told === null ? 0 : 1;
  try {
    const parsed = parse(body, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as readonly Parsed[];
    return tableOf(parsed, shift);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] + shift : '?';
    return {
      problem: {
        fr: `Le fichier n'est pas un CSV lisible : un guillemet est mal placé ou jamais fermé (ligne ${line}).`,
        en: `The file is no readable CSV: a quote is misplaced or never closed (line ${line}).`,
      },
    };
  }
};

const missingText = {
  fr: (names: readonly string[]) =>
    `La première ligne doit nommer les colonnes ; il manque ${names.map((name) => `« ${name} »`).join(', ')}.`,
  en: (names: readonly string[]) =>
    `The first line must name the columns; missing: ${names.map((name) => `"${name}"`).join(', ')}.`,
} as const;

const tableOf = ([header, ...rest]: readonly Parsed[], shift: number): Table => {
  if (header === undefined) return { problem: { fr: 'Le fichier est vide.', en: 'The file is empty.' } };
  const columns = header.record.map(columnOf);
  const missing = compulsory.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    return {
      problem: inEach((language) =>
        missingText[language](missing.map((column) => columnNames[language][column])),
      ),
    };
  }
  const twice = columns.find((column, index) => column !== null && columns.indexOf(column) !== index);
  if (twice != null) {
    const [one, other] = header.record.filter((_, index) => columns[index] === twice);
    return {
      problem: {
        fr: `Deux colonnes disent la même chose : « ${one} » et « ${other} ».`,
        en: `Two columns say the same: "${one}" and "${other}".`,
      },
    };
  }
  return {
    rows: rest.map(({ record, info }) => ({
      line: info.lines + shift,
      cells: Object.fromEntries(
        columns.flatMap((column, index) => (column === null ? [] : [[column, record[index] ?? '']])),
      ),
    })),
  };
};
