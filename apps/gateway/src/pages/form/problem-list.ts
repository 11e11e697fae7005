/** A line of the summary above a form; it leads to the field it is about. */
export type ProblemLine = Readonly<{ field: string; text: string }>;

/** What is wrong in a form, field by field, in the order of the page. */
export const problemList = (
  fields: readonly Readonly<{ name: string; problem: string | null }>[],
): readonly ProblemLine[] =>
  fields.flatMap(({ name, problem }) => (problem === null ? [] : [{ field: name, text: problem }]));
