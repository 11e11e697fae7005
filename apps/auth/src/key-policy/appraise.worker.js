// Plain JavaScript, so that a thread can load it from the sources as from the build.
import { parentPort } from 'node:worker_threads';
import zxcvbn from '@zxcvbn-ts/core';
import common from '@zxcvbn-ts/language-common';
import english from '@zxcvbn-ts/language-en';
import french from '@zxcvbn-ts/language-fr';
import { longCommonKeys } from './long-common-keys.js';

/** A guesser that knows the head of a key knows no less about the whole: more would only cost time (up to seconds). */
const JUDGED = 64;
/** Spellings with 4 for a, 0 for o … that are tried at once. The library's own 512 take seconds for a long key. */
const SUBSTITUTIONS = 16;
/** Bits for each factor of ten. */
const BITS = Math.log2(10);

/** What a guesser of French keys tries: English family names and rare English words would cost memory and find nothing. */
const ENGLISH_WORDS = 20_000;
const { 'lastnames-en': _, 'commonWords-en': englishWords, ...otherEnglish } = english.dictionary;
const dictionary = {
  ...common.dictionary,
  ...otherEnglish,
  'commonWords-en': englishWords.slice(0, ENGLISH_WORDS),
  ...french.dictionary,
};
const frenchWords = french.dictionary['commonWords-fr'];
const blocked = longCommonKeys(
  common.dictionary['passwords-common'].flatMap((password, rank) => [password, frenchWords[rank] ?? '']),
);
const guesser = new zxcvbn.ZxcvbnFactory({
  dictionary,
  graphs: common.adjacencyGraphs,
  l33tMaxSubstitutions: SUBSTITUTIONS,
});

parentPort.on('message', ({ id, key, words }) => {
  const text = key.normalize('NFC');
  const { guessesLog10 } = guesser.check([...text].slice(0, JUDGED).join(''), words);
  parentPort.postMessage({
    id,
    appraisal: { common: blocked.has(text.toLowerCase()), bits: guessesLog10 * BITS },
  });
});
