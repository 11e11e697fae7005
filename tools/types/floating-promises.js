// @ts-check
import ts from 'typescript';

/**
 * The statements that start something and forget it: a promise nobody awaits, returns, catches or marks `void`. A rejection
 * there ends the process, or is never seen.
 * @param {ts.Program} program
 * @param {(file: string) => boolean} isOurs
 * @returns {{ file: string, line: number, text: string }[]}
 */
export const floatingPromises = (program, isOurs) => {
  const checker = program.getTypeChecker();

  /** A Promise or a class that extends it; not every thenable, for a Fastify reply is one and is meant to be forgotten. */
  const isPromise = (/** @type {ts.Expression} */ expression) =>
    typesOf(checker.getTypeAtLocation(expression)).some(isPromiseType);

  return program
    .getSourceFiles()
    .filter((source) => !source.isDeclarationFile && isOurs(source.fileName))
    .flatMap((source) => {
      /** @type {{ file: string, line: number, text: string }[]} */
      const found = [];
      /** @param {ts.Node} node */
      const visit = (node) => {
        if (ts.isExpressionStatement(node) && mayFloat(node.expression) && isPromise(node.expression))
          found.push({
            file: source.fileName,
            line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
            text: node.getText().split('\n', 1)[0] ?? '',
          });
        node.forEachChild(visit);
      };
      visit(source);
      return found;
    });
};

/** @param {ts.Type} type @returns {readonly ts.Type[]} */
const typesOf = (type) => (type.isUnion() ? type.types : [type]);

/** @param {ts.Type} type @returns {boolean} */
const isPromiseType = (type) =>
  type.symbol?.name === 'Promise' ||
  type.symbol?.name === 'PromiseLike' ||
  (type.isClassOrInterface() && (type.getBaseTypes() ?? []).some(isPromiseType));

/**
 * A rejection is seen to: awaited, marked `void`, or given a handler.
 * @param {ts.Expression} expression
 * @returns {boolean}
 */
const mayFloat = (expression) => {
  if (ts.isAwaitExpression(expression) || ts.isVoidExpression(expression)) return false;
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return false;
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return true;
  const { name, expression: promise } = expression.expression;
  if (name.text === 'catch') return expression.arguments.length < 1;
  if (name.text === 'then') return expression.arguments.length < 2;
  return name.text === 'finally' ? mayFloat(promise) : true;
};
