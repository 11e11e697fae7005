import { supportCase } from './support-case.js';

/** The streams of the cases that were opened for a user, as their own stream counts them. */
export const caseStreamsOf = (
  recorded: readonly Readonly<{ type: string; data: unknown }>[],
): readonly string[] =>
  recorded
    .filter(({ type }) => type === 'SupportCaseCounted')
    .map(({ data }) => `${supportCase.category}-${(data as { caseId: string }).caseId}`);
