import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Starts a TypeScript file as a process of its own; its standard output is piped, its errors are shown. */
export function runTypescript(file: URL, ...args: string[]): ChildProcessByStdio<null, Readable, null> {
  const hooks = new URL('./typescript-hooks.mjs', import.meta.url).href;
  const register = `import { register } from 'node:module'; register(${JSON.stringify(hooks)});`;
  const loader = `data:text/javascript,${encodeURIComponent(register)}`;
  return spawn(process.execPath, ['--conditions=source', '--import', loader, file.pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
