import type { Language, Said } from './language.js';

/** Tells a waiting person how far it is. */
export type Progress = Readonly<{ advance(by: number): void; end(): void }>;

const WIDTH = 30;

type Terminal = Readonly<{ isTTY?: boolean; write(text: string): unknown }>;

/** A bar on stderr where a person watches; nothing where a program does. It is drawn again when a hundredth more is done. */
export const progressOf = (
  language: Language,
  what: Said,
  total: number,
  terminal: Terminal = process.stderr,
): Progress => {
  if (terminal.isTTY !== true || total === 0) return { advance: () => undefined, end: () => undefined };
  let done = 0;
  let drawn = -1;
  return {
    advance: (by) => {
      done += by;
      const hundredth = Math.floor((done * 100) / total);
      if (hundredth === drawn) return;
      drawn = hundredth;
      const full = Math.floor((hundredth * WIDTH) / 100);
      terminal.write(`\r${what[language]} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${hundredth} %`);
    },
    end: () => terminal.write('\r\u001b[K'),
  };
};
