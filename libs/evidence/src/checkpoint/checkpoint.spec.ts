import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { noteKeyOf, signNote } from '../note/sign-note.js';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.js';
import { openCheckpoint } from './open-checkpoint.js';
import { signCheckpoint } from './sign-checkpoint.js';

/** The example of C2SP tlog-checkpoint. */
const published = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const { privateKey } = generateKeyPairSync('ed25519');
const signer = { name: 'trousseau.example/log', privateKey };
const root = Buffer.alloc(32, 7);

describe('a checkpoint', () => {
  it('reads and writes the published example', () => {
    const checkpoint = parseCheckpoint(published)!;
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 });
    expect(formatCheckpoint(checkpoint)).toBe(published);
  });

  it('may carry more lines, which say nothing here', () => {
    expect(parseCheckpoint(`${published}more\n`)).toEqual(parseCheckpoint(published));
  });

  it.each([
    ['a size with a leading zero', published.replace('20852163', '020852163')],
    ['a negative size', published.replace('20852163', '-1')],
    ['a size beyond what a number holds', published.replace('20852163', '9'.repeat(17))],
    ['no origin', published.replace('example.com/behind-the-sofa', '')],
    ['a root of another length', published.replace('CsUYapGG', 'CsUY')],
    ['a root in another spelling', published.replace('q2I=', 'q2J=')],
    ['an empty line', `${published}\n`],
    ['an empty line before it', `\n${published}`],
    ['no newline at its end', published.slice(0, -1)],
  ])('is none with %s', (_, text) => {
    expect(parseCheckpoint(text)).toBeUndefined();
  });

  it('is signed the same way every time', () => {
    expect(signCheckpoint({ size: 3, root }, signer)).toBe(signCheckpoint({ size: 3, root }, signer));
  });

  it('opens with the key it was signed with, and no other (EVT-12)', () => {
    const note = signCheckpoint({ size: 3, root }, signer);
    expect(openCheckpoint(note, noteKeyOf(signer))).toEqual({ origin: signer.name, size: 3, root });
    const stranger = { ...signer, privateKey: generateKeyPairSync('ed25519').privateKey };
    expect(openCheckpoint(note, noteKeyOf(stranger))).toBeUndefined();
    expect(openCheckpoint(note, noteKeyOf({ ...signer, name: 'another.example/log' }))).toBeUndefined();
    const ofAnother = formatCheckpoint({ origin: 'another.example/log', size: 3, root });
    expect(openCheckpoint(signNote(ofAnother, signer), noteKeyOf(signer))).toBeUndefined();
  });
});
