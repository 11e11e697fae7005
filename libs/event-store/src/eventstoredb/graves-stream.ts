/** The stream that lists the deleted streams; nobody outside this folder ever sees it. */
export const GRAVES = 'deleted-streams';
