import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lint } from './lint.js';

/** Each is a file that the rule named after it must refuse. */
const offenders = {
  'eslint(no-console)': 'export const f = (key: string) => console.log(key);',
  'eslint(eqeqeq)': 'export const f = (a: string, b: string) => a == b;',
  'eslint(no-eval)': 'export const f = (typed: string): unknown => eval(typed);',
  'eslint(no-unused-vars)': 'const forgotten = 1;\nexport {};',
  'typescript(no-explicit-any)': 'export const f = (anything: any) => String(anything);',
  'typescript(ban-ts-comment)': '// @ts-ignore\nexport const f = () => 1;',
  'import(no-default-export)': 'export default 1;',
  'unicorn(prefer-node-protocol)': "import { join } from 'path';\nexport const f = join;",
} as const;

const speclike = {
  'jest(no-focused-tests)':
    "import { expect, it } from '@jest/globals';\nit.only('x', () => expect(1).toBe(1));",
  'jest(expect-expect)': "import { it } from '@jest/globals';\nit('cannot fail', () => undefined);",
} as const;

describe('the linter', () => {
  let folder: string;
  let complaints: ReturnType<typeof lint>['complaints'];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'offenders-'));
    Object.values(offenders).forEach((text, index) => writeFileSync(join(folder, `${index}.ts`), text));
    Object.values(speclike).forEach((text, index) => writeFileSync(join(folder, `${index}.spec.ts`), text));
    complaints = lint(folder).complaints;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(Object.keys(offenders).map((rule, index) => [rule, `${index}.ts`] as const))(
    'bites: %s',
    (rule, file) => {
      expect(complaints).toContainEqual(expect.objectContaining({ file, rule }));
    },
  );

  it.each(Object.keys(speclike).map((rule, index) => [rule, `${index}.spec.ts`] as const))(
    'bites in a spec: %s',
    (rule, file) => {
      expect(complaints).toContainEqual(expect.objectContaining({ file, rule }));
    },
  );

  it('leaves a class that Nest injects imported as a value', () => {
    const injected = join(folder, 'injected.ts');
    writeFileSync(
      injected,
      "import { Injectable } from '@nestjs/common';\nimport { EventStore } from '#event-store';\n" +
        '@Injectable()\nexport class Reader {\n  constructor(readonly events: EventStore) {}\n}\n',
    );
    expect(lint(folder).complaints.filter(({ file }) => file === 'injected.ts')).toEqual([]);
  });
});
