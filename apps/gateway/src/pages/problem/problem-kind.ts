import type { Catalogue } from '../language/catalogue.fr.js';

type Kind = keyof Catalogue['trouble']['kinds'];

const kinds: Readonly<Record<number, Kind>> = {
  403: 'forbidden',
  404: 'not-found',
  405: 'not-this-way',
  413: 'too-large',
  429: 'too-many',
  503: 'unavailable',
};

/** Which words a status is told in. */
export const kindOf = (status: number): Kind => kinds[status] ?? (status < 500 ? 'bad-request' : 'internal');
