// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Lints a folder by the project's rules.
 * @param {string} folder
 * @returns {{ files: number, complaints: { file: string, line: number, rule: string, message: string }[] }}
 */
export const lint = (folder = root) => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/oxlint/bin/oxlint'),
      '--config',
      join(root, '.oxlintrc.json'),
      '--format',
      'json',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (!stdout.startsWith('{')) throw new Error(`oxlint read nothing: ${stdout}${stderr}`);
  const { diagnostics, number_of_files: files } = JSON.parse(stdout);
  return { files, complaints: diagnostics.map(complaint) };
};

/** @param {{ filename: string, code: string, message: string, labels: { span: { line: number } }[] }} diagnostic */
const complaint = ({ filename, code, message, labels }) => ({
  file: filename,
  line: labels[0]?.span.line ?? 1,
  rule: code,
  message,
});
