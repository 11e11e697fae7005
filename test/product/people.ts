import { randomBytes } from 'node:crypto';
import type { HttpClient } from './http-client.js';
import type { MailSink } from './mail-sink.js';

export type Person = Readonly<{ identifier: string; email: string; key: string }>;
type Session = Readonly<{ token: string }>;

/** A running product, in one process or in many, and its command line. */
type Operated = Readonly<{ commandLine<Answer>(...args: string[]): Promise<Answer> }>;

/** The provisional key a mail holds, alone on its line. */
export const provisionalKeyIn = (text: string): string => {
  const key = /^\s*([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})\s*$/m.exec(text)?.[1];
  if (key === undefined) throw new Error('the mail holds no provisional key');
  return key;
};

export const signIn = async (client: HttpClient, identifier: string, key: string): Promise<string> => {
  const answer = await client.expect(201, 'POST', '/api/v1/sessions', { body: { identifier, key } });
  return answer.json<Session>().token;
};

/** Takes the first key from the mail, and chooses one's own. */
const settle = async (
  client: HttpClient,
  mails: Pick<MailSink, 'next'>,
  identifier: string,
  email: string,
): Promise<Person> => {
  const { text } = await mails.next(email);
  const token = await signIn(client, identifier, provisionalKeyIn(text));
  const key = randomBytes(18).toString('base64url');
  await client.expect(204, 'PUT', '/api/v1/key', { token, body: { newKey: key } });
  return { identifier, email, key };
};

/** A school whose manager and users have all chosen their keys, by the same roads as in life. */
export const settleSchool = async (
  product: Operated,
  client: HttpClient,
  mails: Pick<MailSink, 'next'>,
  users: number,
): Promise<Readonly<{ manager: Person; people: readonly Person[] }>> => {
  const managerEmail = 'claire@ecole.example';
  await product.commandLine(
    ...['school', 'create', '--name', 'Auto-école du Banc', '--manager-name', 'Claire Dumas'],
    ...['--manager-email', managerEmail, '--manager-phone', '06 12 34 56 78'],
    ...['--manager-identifier', 'claire.dumas'],
  );
  const manager = await settle(client, mails, 'claire.dumas', managerEmail);
  const token = await signIn(client, manager.identifier, manager.key);
  const people: Person[] = [];
  for (let index = 0; index < users; index += 1) {
    const identifier = `moniteur.${index}`;
    const email = `moniteur.${index}@ecole.example`;
    await client.expect(201, 'POST', '/api/v1/users', {
      token,
      body: { identifier, email, name: `Camille Numéro${index}`, role: 'instructor' },
    });
    people.push(await settle(client, mails, identifier, email));
  }
  return { manager, people };
};
