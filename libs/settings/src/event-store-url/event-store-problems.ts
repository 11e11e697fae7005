import { UnusableConnection } from './connection-settings.js';
import { unsafeConnection } from './unsafe-connection.js';

/** What speaks against this EVENT_STORE_URL, each in words that repeat nothing of it (EVT-01); in production also what is not safe. */
export const eventStoreProblems = (url: string, production: boolean): readonly string[] => {
  if (url.startsWith('sqlite:')) return [];
  try {
    const unsafe = unsafeConnection(url);
    return production ? unsafe.map((problem) => `EVENT_STORE_URL: ${problem}`) : [];
  } catch (error) {
    if (!(error instanceof UnusableConnection)) throw error;
    return [`EVENT_STORE_URL: ${error.message}`];
  }
};
