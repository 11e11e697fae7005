import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { scratchFolder } from '#event-store/testing';
import { program } from '../program.js';

const scratch = scratchFolder();
const production = {
  NODE_ENV: 'production',
  TROUSSEAU_DATA: scratch.file('data'),
  TROUSSEAU_SECRETS: scratch.file('keys'),
  TROUSSEAU_PUBLIC_URL: 'https://portail.ecole.fr',
  SMTP_URL: 'smtps://mail.ecole.fr',
  MAIL_FROM: 'cle@ecole.fr',
};

/** The command line as an operator of production types it. Nobody is erased here by one person alone. */
describe('erase, from the command line in production (GDP-02)', () => {
  const before = { ...process.env };
  let userId: string;
  let said = '';

  const typed = async (...words: string[]) => {
    said = '';
    process.exitCode = 0;
    await program('fr').parseAsync(words, { from: 'user' });
    const code = process.exitCode;
    process.exitCode = 0;
    return { code, said };
  };
  const made = async <Made>(...words: string[]) => JSON.parse((await typed(...words, '--json')).said) as Made;
  const asked = async (operator: string) => {
    const request = [
      'erase',
      '--user',
      userId,
      '--reason',
      'dossier 114',
      '--request',
      '--operator',
      operator,
    ];
    return (await made<{ requestId: string }>(...request)).requestId;
  };

  beforeAll(() => void Object.assign(process.env, production));
  beforeEach(async () => {
    const listen = (text: unknown) => ((said += String(text)), true);
    jest.spyOn(process.stdout, 'write').mockImplementation(listen);
    jest.spyOn(process.stderr, 'write').mockImplementation(listen);
    if (userId !== undefined) return;
    const manager = ['--manager-name', 'Inès Petit', '--manager-email', 'ines@ecole.fr'];
    const reach = ['--manager-phone', '06 12 34 56 78', '--manager-identifier', 'ines.petit'];
    const { schoolId } = await made<{ schoolId: string }>(
      'school',
      'create',
      '--name',
      'Lac',
      ...manager,
      ...reach,
    );
    const person = ['--identifier', 'lea.martin', '--name', 'Léa Martin', '--email', 'lea@ecole.fr'];
    const added = ['user', 'add', '--school', schoolId, '--role', 'instructor', ...person];
    ({ userId } = await made<{ userId: string }>(...added));
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => {
    process.env = before;
    scratch.remove();
  });

  it('is refused to one person alone', async () => {
    const alone = await typed('erase', '--user', userId, '--reason', 'dossier 114');
    expect(alone).toEqual({ code: 1, said: expect.stringContaining('deux personnes') });
  });

  it('is asked for by identifier too, and tells the other person where to see what they agree to', async () => {
    const request = ['--reason', 'dossier 114', '--request', '--operator', 'anne'];
    const { code, said } = await typed('erase', '--user', 'lea.martin', ...request);
    expect(code).toBe(0);
    expect(said).toContain(`audit replay --user ${userId}`);
    expect(said).toMatch(new RegExp(`erase --user ${userId} --approve \\S+ --operator`));
    expect(said).not.toContain('lea.martin');
  });

  it('is agreed to by somebody else alone, and the last request counts', async () => {
    const [first, last] = [await asked('anne'), await asked('anne')];
    const agree = (requestId: string, operator: string) =>
      typed('erase', '--user', userId, '--approve', requestId, '--operator', operator);
    expect(await agree(last, 'Anne')).toEqual({ code: 1, said: expect.stringContaining('--operator') });
    expect(await agree(first, 'bruno')).toEqual({
      code: 1,
      said: expect.stringContaining('seule la dernière'),
    });
    const { code, said } = await agree(last, 'bruno');
    expect(code).toBe(0);
    expect(said).toContain('CERTIFICAT D’EFFACEMENT');
    expect(said).toContain('Par : anne, bruno');
  });

  it('says of somebody who was erased that they were', async () => {
    const again = ['erase', '--user', userId, '--reason', 'dossier 114', '--request', '--operator', 'anne'];
    expect(await typed(...again)).toEqual({ code: 1, said: expect.stringContaining('déjà effacée') });
    expect((await typed('erase', '--reapply')).said).toBe(
      'Journal des effacements : 1 personne, dont 0 effacée à nouveau.\n',
    );
  });
});
