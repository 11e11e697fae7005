/** Sets the spaces of French typography that must not break a line; authors write plain ones. */
export const frenchSpaces = (prose: string): string =>
  prose
    .replace(/ ([:;!?»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/(\d) (minutes|heures|jours)\b/g, '$1\u00a0$2');
