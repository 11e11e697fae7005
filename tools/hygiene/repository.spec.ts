import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../docs/files.js';

/** Every file that is in the repository, or would be with the next commit. */
const files = execFileSync(
  'git',
  ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\0')
  .filter((file) => file !== '' && existsSync(root + file));

const binary = new Set(['.png', '.jpg', '.ico', '.woff2', '.db']);
const texts = files.filter((file) => !binary.has(extname(file)));
const read = (file: string) => readFileSync(root + file, 'utf8');

/** Spelt in halves, so that this file does not name what it looks for. */
const workplace = new RegExp(
  ['/wo' + 'rk/', '\\.lib' + 'rary\\b', 'registry\\.' + 'npmjs', '/tmp/' + 'team', '/ro' + 'ot/'].join('|'),
);
const privateKey = new RegExp('-----BEGIN [A-Z ]*PRIVATE ' + 'KEY-----');

describe('the repository', () => {
  it('is read as a whole', () => {
    expect(files.length).toBeGreaterThan(400);
    expect(files).toEqual(expect.arrayContaining(['package.json', 'LICENSE', '.ci/run', 'README.md']));
  });

  it('speaks of no machine it was written on', () => {
    expect(workplace.test('installed in /wo' + 'rk/main')).toBe(true);
    expect(texts.filter((file) => workplace.test(read(file)))).toEqual([]);
  });

  it('holds no private key, no data and no build (KEY-16)', () => {
    expect(texts.filter((file) => privateKey.test(read(file)))).toEqual([]);
    expect(files.filter((file) => /^(data|dist|artifacts|node_modules)\//.test(file))).toEqual([]);
  });

  it('is licensed, and says what changed', () => {
    expect(read('LICENSE')).toMatch(/Apache License\s+Version 2\.0/);
    expect(read('CHANGELOG.md')).toContain('## [Unreleased]');
  });

  it('starts its suite without a person', () => {
    expect(read('.ci/run')).toMatch(/^#!\/usr\/bin\/env bash\n/);
  });

  it('names no folder after a kind of code', () => {
    const kinds = /(^|\/)(common|utils?|helpers?|dtos?|services|misc|shared)\//;
    expect(files.filter((file) => /^(apps|libs)\//.test(file) && kinds.test(file))).toEqual([]);
  });

  it('keeps to its vocabulary in code and copy: sign in, renew, choose; never the other words', () => {
    const others = /\b(log[io]n|sign[- ]?up|passwords?|username)\b/i;
    /** Words of standards, which are not ours to choose: HTML's autocomplete and input types, URLs, Passport's options. */
    const standard =
      /type="password"|(current|new)-password|autocomplete.*username|url\.(username|password)|(username|password)Field/g;
    const isComment = (line: string) => /^\s*(\*|\/\/|\/\*)/.test(line);
    const product = texts.filter(
      (file) => /^apps\/.*\.(ts|hbs)$/.test(file) && !/(\.spec\.ts|\/testing\/|offenders)/.test(file),
    );
    const saying = product.flatMap((file) =>
      read(file)
        .split('\n')
        .filter((line) => !isComment(line) && others.test(line.replaceAll(standard, '')))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(saying).toEqual([]);
    expect(product.length).toBeGreaterThan(150);
  });
});
