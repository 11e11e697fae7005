// @ts-check
// npm run lint: oxlint by .oxlintrc.json over everything.
import { lint } from './lint.js';

/** Fewer than this, and the linter reads something else than the product. */
const LEAST_FILES = 350;

const { files, complaints } = lint();
for (const { file, line, rule, message } of complaints) console.error(`${file}:${line}: ${rule} ${message}`);
if (files < LEAST_FILES) console.error(`only ${files} files were read, ${LEAST_FILES} are expected`);
console.log(`lint: ${files} files, ${complaints.length} complaints`);
process.exitCode = complaints.length > 0 || files < LEAST_FILES ? 1 : 0;
