import { evidenceVectors } from '#evidence/testing';
import { asyncApiPage } from './asyncapi.js';
import { commandLinePage } from './command-line.js';
import { environmentPage } from './environment.js';
import { messagesPage } from './messages.js';
import { openapiPage } from './openapi.js';
import { requestsPage } from './requests.js';
import { schemaPages } from './schemas.js';
import { streamsPage } from './streams.js';
import { topicsPage } from './topics.js';

/** The generated pages of docs/reference, by file name. */
export const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  'asyncapi.json': asyncApiPage,
  'command-line.md': commandLinePage,
  'environment.md': environmentPage,
  'evidence-vectors.json': evidenceVectors,
  'messages.md': messagesPage,
  'openapi.json': openapiPage,
  'requests.md': requestsPage,
  'streams.md': streamsPage,
  'topics.md': topicsPage,
  ...schemaPages,
};
