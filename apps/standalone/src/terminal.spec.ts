import { describe, expect, it } from '@jest/globals';
import { unusable } from './terminal.js';

const failure = <T extends object>(more: T): Error & T =>
  Object.assign(new Error('what the system says'), more);

describe('what the terminal says of a start that fails', () => {
  it.each([
    [
      { code: 'ENOTDIR', path: '/srv/cles/master.key', syscall: 'open' },
      '/srv/cles/master.key',
      'TROUSSEAU_SECRETS',
    ],
    [{ code: 'EEXIST', path: '/srv/fichier', syscall: 'mkdir' }, '/srv/fichier', 'TROUSSEAU_DATA'],
    [{ code: 'ENOTFOUND', hostname: 'nulle.part', syscall: 'getaddrinfo' }, 'nulle.part', 'TROUSSEAU_HOST'],
    [{ code: 'EACCES', address: '127.0.0.1', port: 80, syscall: 'listen' }, '127.0.0.1:80', 'TROUSSEAU_PORT'],
  ])('names what cannot be used, and the settings that say so: %j', (error, what, setting) => {
    const said = unusable(failure(error));
    expect(said).toContain(`Trousseau ne démarre pas : ${what} ne peut pas servir (${error.code}).`);
    expect(said).toContain(setting);
  });

  it('names the port that is taken, be it that of the metrics', () => {
    expect(unusable(failure({ code: 'EADDRINUSE', port: 9464, syscall: 'listen' }))).toMatch(
      /^Le port 9464 est déjà pris\./,
    );
  });

  it('leaves anything else to be read in full', () => {
    expect(unusable(failure({ code: 'ERR_INVALID_ARG_TYPE' }))).toBeUndefined();
  });
});
