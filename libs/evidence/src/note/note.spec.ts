import { createPrivateKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { formatNote, parseNote } from './note.js';
import { notesIn } from './notes-in.js';
import { formatNoteKey, parseNoteKey } from './note-key.js';
import { openNote } from './open-note.js';
import { noteKeyOf, signNote } from './sign-note.js';

/** The example of the Go package golang.org/x/mod/sumdb/note: key, text and note. */
const published = {
  signer: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  verifier: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const note = `${published.text}\n${published.signature}`;
const key = parseNoteKey(published.verifier)!;

/** The PKCS #8 form of a raw Ed25519 seed (RFC 8410). */
const privateKey = createPrivateKey({
  format: 'der',
  type: 'pkcs8',
  key: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(published.signer.split('+').slice(4).join('+'), 'base64').subarray(1),
  ]),
});

describe('a signed note against the published example of its format', () => {
  it('is made byte for byte from the same key and text', () => {
    expect(signNote(published.text, { name: 'PeterNeumann', privateKey })).toBe(note);
  });

  it('names its key as published', () => {
    expect(formatNoteKey(noteKeyOf({ name: 'PeterNeumann', privateKey }))).toBe(published.verifier);
    expect(formatNoteKey(key)).toBe(published.verifier);
  });

  it('opens to its text', () => {
    expect(openNote(note, key)).toBe(published.text);
  });

  it('opens the example of the specification', () => {
    const specified = parseNoteKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')!;
    const example =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    expect(openNote(example, specified)).toBe('This is an example message.\n');
  });
});

describe('opening a note', () => {
  it('passes over the signatures of others', () => {
    const other =
      '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
    expect(openNote(`${published.text}\n${other}${published.signature}`, key)).toBe(published.text);
    expect(openNote(`${published.text}\n${other}`, key)).toBeUndefined();
  });

  it('refuses a note whose bytes were changed anywhere, each byte in turn (EVT-12)', () => {
    const bytes = Buffer.from(note);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      expect({ at, text: openNote(changed.toString('utf8'), key) }).toEqual({ at, text: undefined });
    }
  });

  it('refuses a note cut off anywhere', () => {
    for (let length = 0; length < note.length; length += 1) {
      expect(openNote(note.slice(0, length), key)).toBeUndefined();
    }
  });

  it('refuses a second signature in its key’s name that is wrong', () => {
    const wrong = published.signature.replace('x08go/Z', 'x08go/Y');
    expect(openNote(`${published.text}\n${published.signature}${wrong}`, key)).toBeUndefined();
  });

  it.each([
    ['a control character', 'a\tb\n\n' + published.signature],
    ['no empty line', 'text\n' + published.signature],
    ['no signature', 'text\n\n'],
    ['a signature that is not base64', 'text\n\n— a !\n'],
    ['more than a hundred signatures', 'text\n\n' + published.signature.repeat(101)],
    ['anything but signatures after its text', `text\n\n${published.signature}— a !\n`],
    ['something before a signature', `text\n\nx${published.signature}`],
    ['something after a signature', `text\n\n${published.signature.trimEnd()} x\n`],
    ['a signature alone', `x${published.signature}`],
    ['another end than a newline', `${note.slice(0, -1)}x`],
    ['a signature of no bytes', 'text\n\n— a AAAAAA==\n'],
    ['base64 in another spelling', 'text\n\n— a AAAAAAB=\n'],
  ])('knows no note with %s', (_, text) => {
    expect(parseNote(text)).toBeUndefined();
  });
});

describe('writing a note', () => {
  it('is undone by reading it, with signatures of any length and a hundred of them', () => {
    const signature = (bytes: number) => ({
      name: `a${bytes}`,
      keyId: Buffer.of(1, 2, 3, 4),
      signature: Buffer.alloc(bytes, bytes),
    });
    const written = {
      text: 'text\n',
      signatures: Array.from({ length: 100 }, (_, index) => signature(index + 1)),
    };
    expect(parseNote(formatNote(written))).toEqual(written);
  });
});

describe('the notes in a text', () => {
  const another = `another\ntext\n\n${published.signature}${published.signature}`;

  it.each(['', '\n', '\n\n'])('are all of them, with %j between two', (between) => {
    expect(notesIn(`${note}${between}${another}`)).toEqual([note, another]);
  });

  it('are the text itself where there is none', () => {
    expect(notesIn('no note\n')).toEqual(['no note\n']);
  });
});

describe('the text form of a key', () => {
  it('may stand on a line of its own', () => {
    expect(parseNoteKey(` ${published.verifier}\n`)).toEqual(key);
  });

  it.each([
    ['another id', published.verifier.replace('c74f20a3', 'c74f20a4')],
    ['another algorithm', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['a longer key', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['a space in its name', published.verifier.replace('Peter', 'Peter ')],
    ['another algorithm under the same id', published.verifier.replace('+AR', '+Ah')],
    [
      'a longer key under its own id',
      formatNoteKey({ ...key, publicKey: Buffer.concat([key.publicKey, Buffer.of(1, 2, 3)]) }),
    ],
    ['another spelling', `${published.verifier}=`],
    ['something before it', `a+${published.verifier}`],
    ['something after it', `${published.verifier} a`],
    ['nothing in it', ''],
  ])('is refused with %s', (_, text) => {
    expect(parseNoteKey(text)).toBeUndefined();
  });

  it('has no name that a signature line cannot carry', () => {
    for (const name of ['two words', 'a+b', ''])
      expect(() => noteKeyOf({ name, privateKey })).toThrow('has no space, no plus, and is not empty');
  });
});
