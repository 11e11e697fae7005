/** The characters of Windows-1252 that a French file has beyond Latin-1. */
const beyondLatin = new Map([
  ['€', 0x80],
  ['Œ', 0x8c],
  ['œ', 0x9c],
  ['’', 0x92],
  ['Ÿ', 0x9f],
]);

type Cells = readonly (readonly string[])[];

const quoted = (cell: string) => (/[";,\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const lines = (rows: Cells, delimiter: string) =>
  rows.map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('');

/** Files of the same rows, byte for byte as Excel, LibreOffice and others write them. */
export const asExcelWrites: Readonly<Record<string, (rows: Cells) => Buffer>> = {
  'CSV (séparateur : point-virgule) in French': (rows) =>
    Buffer.from([...lines(rows, ';')].map((one) => beyondLatin.get(one) ?? one.codePointAt(0)!)),
  'CSV UTF-8 (délimité par des virgules) in French': (rows) => Buffer.from(`\ufeff${lines(rows, ';')}`),
  'CSV UTF-8 in English': (rows) => Buffer.from(`\ufeff${lines(rows, ',')}`),
  'CSV of LibreOffice, without a byte order mark': (rows) => Buffer.from(lines(rows, ',')),
  'with line ends of Unix': (rows) => Buffer.from(lines(rows, ';').replaceAll('\r\n', '\n')),
  'Texte Unicode, with tabs': (rows) => Buffer.from(`\ufeff${lines(rows, '\t')}`, 'utf16le'),
  'with a line that names the separator': (rows) => Buffer.from(`sep=;\r\n${lines(rows, ';')}`),
};
