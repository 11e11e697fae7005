import { jest } from '@jest/globals';
import { PATIENT, contractOn } from './testing/on-a-server.js';

const url = process.env['EVENTSTORE_TEST_URL'] ?? '';

jest.setTimeout(PATIENT);
contractOn('a server of your own', () => url, url === '' ? 'EVENTSTORE_TEST_URL names none' : undefined);
