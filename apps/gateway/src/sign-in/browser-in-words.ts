/** First match wins: Edge and Opera call themselves Chrome, Chrome calls itself Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

const named = (table: typeof browsers, text: string) => table.find(([pattern]) => pattern.test(text))?.[1];

/** A browser as its owner would name it, "Firefox, Windows"; empty for a program. Only our own words, never the header's text (AUD-04). */
export const browserInWords = (userAgent: string | undefined): string => {
  const text = (userAgent ?? '').slice(0, 512);
  return [named(browsers, text), named(systems, text)].filter((word) => word !== undefined).join(', ');
};
