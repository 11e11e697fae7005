const WIDTH = 72;

/** Only the spaces that may break a line; a no-break space stays. */
const BREAKABLE = /[ \t\r\n]+/;

/** A line break that is meant: U+2028 in a partial. */
const LINE = '\u2028';

const flowLine = (paragraph: string): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(BREAKABLE).filter(Boolean)) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
};

const flow = (paragraph: string): string => paragraph.split(LINE).map(flowLine).join('\n');

/** Paragraphs, told apart by empty lines, in lines of at most 72 characters; a longer word, such as a link, has a line of its own. */
export const flowText = (text: string): string =>
  text
    .split(/\n(?:[ \t\r]*\n)+/)
    .map(flow)
    .filter(Boolean)
    .join('\n\n');
