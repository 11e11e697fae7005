// @ts-check
// npm run types: the whole tree, floating promises included; then the domain alone, without ambient types.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { domainFiles } from '../boundaries/domain-files.js';
import { floatingPromises } from './floating-promises.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Fewer than these, and the check reads something else than the product. */
const LEAST_FILES = 350;
const LEAST_DOMAIN_FILES = 60;

/** @param {string} file @param {readonly string[]} more */
const open = (file, more = []) => {
  const config = ts.getParsedCommandLineOfConfigFile(file, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
    },
  });
  if (config === undefined) throw new Error(`${file} cannot be read`);
  const rootNames = [...new Set([...config.fileNames, ...more])];
  return { program: ts.createProgram({ rootNames, options: config.options }), files: rootNames.length };
};

/** @param {string} title @param {string} config @param {number} least @param {readonly string[]} more */
const check = (title, config, least, more = []) => {
  const { program, files } = open(config, more);
  const wrong = ts.getPreEmitDiagnostics(program);
  const floating = floatingPromises(program, (file) => !file.includes('/node_modules/'));
  if (wrong.length > 0)
    console.error(
      ts.formatDiagnostics(wrong, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => root,
        getNewLine: () => '\n',
      }),
    );
  for (const { file, line, text } of floating)
    console.error(`${relative(root, file)}:${line}: a promise floats: ${text}`);
  if (files < least) console.error(`${title}: only ${files} files were read, ${least} are expected`);
  console.log(
    `types: ${title}, ${files} files, ${wrong.length} errors, ${floating.length} floating promises`,
  );
  return wrong.length === 0 && floating.length === 0 && files >= least;
};

const [given] = process.argv.slice(2);
const good =
  given === undefined
    ? [
        check('the whole tree', `${root}tsconfig.json`, LEAST_FILES),
        check(
          'the domain',
          `${root}tsconfig.domain.json`,
          LEAST_DOMAIN_FILES,
          domainFiles().map((file) => root + file),
        ),
      ]
    : [check(given, given, 1)];
process.exitCode = good.every(Boolean) ? 0 : 1;
