import { availableParallelism } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { calibrate } from './calibrate.js';
import type { Calibration } from './calibration.js';
import { calibrationText } from './calibration-text.js';

describe('calibrate', () => {
  const written = { out: '', err: '' };
  const { exitCode } = process;
  beforeEach(() => {
    [written.out, written.err] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((written.out += String(text)), true));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((written.err += String(text)), true));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = exitCode;
  });
  const typed = (...words: string[]) => calibrate().parseAsync(words, { from: 'user' });

  it('measures the very hash that the service makes, on all processors (KEY-10)', async () => {
    await typed('--seconds', '1', '--json');
    const calibration = JSON.parse(written.out) as Calibration;
    const processors = availableParallelism();
    expect(calibration).toEqual({
      ...{ algorithm: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1, processors },
      ...{ medianMs: expect.any(Number), p95Ms: expect.any(Number), perSecond: expect.any(Number) },
      memoryMiB: processors * 19,
    });
    expect(calibration.medianMs).toBeGreaterThan(0);
    expect(calibration.p95Ms).toBeGreaterThanOrEqual(calibration.medianMs);
    expect(Number.isInteger(calibration.perSecond)).toBe(true);
  });

  it('tells a person in words what it tells a program in fields', async () => {
    await typed('--seconds', '1', '--lang', 'en');
    const found =
      /takes ([\d.,]+) ms .* within ([\d.,]+) ms\)\.\nIts (?:only|[\d,]+) processors? verif\S+ ([\d,]+) a /.exec(
        written.out,
      );
    const [medianMs, p95Ms, perSecond] = found!
      .slice(1)
      .map((number) => Number(number.replaceAll(',', ''))) as [number, number, number];
    const processors = availableParallelism();
    const fixed = { algorithm: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1 } as const;
    const told = { ...fixed, processors, medianMs, p95Ms, perSecond, memoryMiB: processors * 19 };
    expect(written.out).toBe(`${calibrationText('en', told)}\n`);
  });

  it.each(['0', '61', '1.5', '-1', 'x', '', '1e1'])(
    'refuses to measure for "%s" seconds',
    async (seconds) => {
      await typed(`--seconds=${seconds}`, '--lang', 'fr');
      expect(written).toEqual({
        out: '',
        err: 'Une mesure dure de 1 à 60 secondes, en nombre entier : --seconds.\n',
      });
      expect(process.exitCode).toBe(1);
    },
  );

  it('refuses in English, and in JSON, likewise', async () => {
    await typed('--seconds', '90', '--lang', 'en', '--json');
    expect(written.out).toBe('');
    expect(JSON.parse(written.err)).toEqual({
      error: 'seconds-not-valid',
      message: 'A measurement takes 1 to 60 seconds, a whole number: --seconds.',
    });
    expect(process.exitCode).toBe(1);
  });
});
