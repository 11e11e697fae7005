import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { scratchFolder } from '#event-store/testing';
import { auditCheckpoints } from './audit-checkpoints.js';

describe('audit checkpoints', () => {
  const scratch = scratchFolder();
  const before = process.env['TROUSSEAU_DATA'];
  let said = '';
  beforeEach(() => {
    process.env['TROUSSEAU_DATA'] = scratch.file('data');
    const listen = (text: unknown) => ((said += String(text)), true);
    jest.spyOn(process.stderr, 'write').mockImplementation(listen);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = 0;
    if (before === undefined) delete process.env['TROUSSEAU_DATA'];
    else process.env['TROUSSEAU_DATA'] = before;
    scratch.remove();
  });

  it('says in either language that none is signed yet: an auditor keeps no empty file (EVT-12)', async () => {
    await auditCheckpoints().parseAsync(['--lang', 'fr'], { from: 'user' });
    expect(said).toContain('Aucun point de contrôle signé encore');
    await auditCheckpoints().parseAsync(['--last', '--lang', 'en'], { from: 'user' });
    expect(said).toContain('No checkpoint is signed yet');
    expect(process.exitCode).toBe(1);
  });
});
