import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The text of the doc comment that stands right before a node, on one line; empty without one. */
export const commentOf = (node: ts.Node, source: ts.SourceFile): string => {
  const last = ts.getLeadingCommentRanges(source.text, node.getFullStart())?.at(-1);
  if (last === undefined || !source.text.startsWith('/**', last.pos)) return '';
  return source.text
    .slice(last.pos + 3, last.end - 2)
    .replace(/\n\s*\*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
};

export const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

/** The doc comments of exported constants, by name. */
export const docComments = (files: readonly string[]): Map<string, string> =>
  new Map(
    files.flatMap((file) => {
      const source = parse(file);
      return source.statements
        .filter(ts.isVariableStatement)
        .map((statement) => [
          statement.declarationList.declarations[0]?.name.getText() ?? '',
          commentOf(statement, source),
        ]);
    }),
  );
