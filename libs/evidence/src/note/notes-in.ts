const NOTE = /(?:[^\n]+\n)+\n(?:\u2014 [^\n]+\n)+/gu;

/** The notes in a text that holds one or more, with empty lines between them or not; the text itself where there is none. */
export const notesIn = (text: string): readonly string[] => text.match(NOTE) ?? [text];
