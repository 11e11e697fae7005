import { evidenceVectors } from '#evidence/testing';
import { environmentPage } from './environment.js';
import { messagesPage } from './messages.js';
import { openapiPage } from './openapi.js';
import { requestsPage } from './requests.js';
import { streamsPage } from './streams.js';

/** The generated pages of docs/reference, by file name. */
export const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  'environment.md': environmentPage,
  'evidence-vectors.json': evidenceVectors,
  'messages.md': messagesPage,
  'openapi.json': openapiPage,
  'requests.md': requestsPage,
  'streams.md': streamsPage,
};
