// @ts-check
// node --conditions=source --import ./tools/typescript/register.js file.ts: runs a TypeScript file on the sources, without a build.
import { register } from 'node:module';

register('./hooks.js', import.meta.url);
