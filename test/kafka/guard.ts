import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guard } from '../../tools/kafka/broker.js';

/** A certificate for loopback that vouches for itself, and a secret for each name. Throws without openssl. */
export const guardOf = (names: readonly string[], secret: string): Guard => {
  const folder = mkdtempSync(join(tmpdir(), 'trousseau-guard-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
      ...['-keyout', key, '-out', certificate, '-subj', '/CN=127.0.0.1'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1'],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`);
  const keyAndCertificate = join(folder, 'both.pem');
  writeFileSync(keyAndCertificate, readFileSync(key, 'utf8') + readFileSync(certificate, 'utf8'));
  const secrets = Object.fromEntries(['broker', 'admin', ...names].map((name) => [name, secret]));
  return { keyAndCertificate, certificate, secrets: secrets as Guard['secrets'] };
};
