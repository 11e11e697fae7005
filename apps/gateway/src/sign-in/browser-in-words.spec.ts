import { describe, expect, it } from '@jest/globals';
import { browserInWords } from './browser-in-words.js';

describe('browserInWords', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox, Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
      'Samsung Internet, Android',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
      'Edge, Windows',
    ],
    ['curl/8.5.0', ''],
    [undefined, ''],
  ])('%s', (header, words) => {
    expect(browserInWords(header)).toBe(words);
  });

  it('repeats nothing of the header: it may hold anything (AUD-04)', () => {
    expect(browserInWords('Firefox/1\r\n\u001b[31m<script> Windows')).toBe('Firefox, Windows');
  });
});
