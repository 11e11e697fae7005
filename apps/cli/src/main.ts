import 'reflect-metadata';
import { program } from './program.js';
import { languageAsked } from './terminal/language.js';
import { jsonAsked } from './terminal/usage/json-asked.js';

// Whoever reads the answer may have read enough: `… | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await program(languageAsked(process.argv, process.env), jsonAsked(process.argv)).parseAsync(process.argv);
