/** The account somebody works under at this machine; behind sudo, their own. A container may run as a number that has no name there. */
export const operatorHere = (): string =>
  process.env['SUDO_USER'] ?? process.env['USER'] ?? `uid-${process.getuid?.() ?? 'unknown'}`;
