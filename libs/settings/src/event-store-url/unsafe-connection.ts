import { connectionSettings } from './connection-settings.js';

/** What speaks against using this connection string in production (EVT-07); empty when nothing does. Throws UnusableConnection. */
export function unsafeConnection(url: string): readonly string[] {
  const { tls, credentials, credentialsFile, certFile } = connectionSettings(url);
  const problems: string[] = [];
  if (!tls) problems.push('tls=false is refused in production');
  if (tls && (credentials ?? credentialsFile ?? certFile) === undefined)
    problems.push('credentials or a user certificate are needed in production');
  if (credentials?.secret === 'changeit')
    problems.push('the credentials a server is delivered with are refused in production');
  return problems;
}
