// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Clock and randomness that no import announces and every JavaScript engine has. */
const CALLS = new Map([
  ['Date.now', 'reads the clock'],
  ['performance.now', 'reads the clock'],
  ['Math.random', 'is not repeatable'],
  ['Temporal.Now', 'reads the clock'],
]);

/** Methods whose answer depends on the machine's time zone or language. */
const HOST_METHODS =
  /^(get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)|set(FullYear|Month|Date|Hours|Minutes|Seconds)|toLocale(DateString|TimeString)|toDateString|toTimeString)$/;

/** @param {ts.Node} node */
const impurityOf = (node) => {
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier))
    return 'await: a decision does not wait';
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async: a decision does not wait';
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date')) {
    const given = node.arguments?.length ?? 0;
    if (given === 0) return 'new Date() reads the clock';
    if (given > 1) return 'new Date(year, month …) depends on the time zone of the machine';
  }
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Promise'))
    return 'Promise: a decision does not wait';
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'Date() reads the clock';
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return 'import(): a decision does not wait';
  if (ts.isPropertyAccessExpression(node)) {
    const name = `${node.expression.getText()}.${node.name.text}`;
    if (CALLS.has(name)) return `${name} ${CALLS.get(name)}`;
    if (HOST_METHODS.test(node.name.text))
      return `${node.name.text} depends on the time zone or language of the machine`;
  }
  if (ts.isVariableDeclarationList(node) && isModuleLevel(node) && !(node.flags & ts.NodeFlags.Const))
    return 'let at module level: a decision remembers nothing';
  return undefined;
};

/** @param {ts.Node} node @param {string} name */
const isNamed = (node, name) => ts.isIdentifier(node) && node.text === name;

/** @param {ts.Node} list */
const isModuleLevel = (list) => ts.isVariableStatement(list.parent) && ts.isSourceFile(list.parent.parent);

/**
 * What makes these files of the domain impure, beyond what their imports tell.
 * @param {readonly string[]} files from `base`
 * @returns {{ file: string, line: number, what: string }[]}
 */
export const impurities = (files, base = root) =>
  files.flatMap((file) => {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(base, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    /** @type {{ file: string, line: number, what: string }[]} */
    const found = [];
    /** @param {ts.Node} node */
    const visit = (node) => {
      const what = impurityOf(node);
      if (what !== undefined)
        found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, what });
      node.forEachChild(visit);
    };
    visit(source);
    return found;
  });
