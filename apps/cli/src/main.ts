import 'reflect-metadata';
import { program } from './program.js';

// Whoever reads the answer may have read enough: `… | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await program().parseAsync(process.argv);
