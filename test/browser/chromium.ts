import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';

const binary = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** `describe` where Chromium is installed; elsewhere the specs are skipped, by name. */
export const inBrowser = existsSync(binary) ? describe : describe.skip;

/** Starts Chromium as quiet as it can be: it asks nobody but the portal for anything. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: binary,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
