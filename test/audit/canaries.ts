import type { HttpClient } from '../product/http-client.js';
import type { MailSink } from '../product/mail-sink.js';
import { type Person, provisionalKeyIn, signIn } from '../product/people.js';

/** What must stand nowhere but with the person, by what it is. */
export type Canaries = Readonly<Record<string, string>>;

/** A whole journey of somebody who has a key: right and wrong, forgotten, renewed, chosen anew. Answers every secret it knew. */
export const planted = async (
  client: HttpClient,
  mails: Pick<MailSink, 'next'>,
  { identifier, email, key }: Person,
): Promise<Canaries> => {
  const sessionToken = await signIn(client, identifier, key);
  const wrongKey = 'une clé fausse mais reconnaissable';
  await client.expect(401, 'POST', '/api/v1/sessions', { body: { identifier, key: wrongKey } });
  const mail = mails.next(email);
  await client.expect(202, 'POST', '/api/v1/key-renewals', { body: { identifier, email } });
  const provisionalKey = provisionalKeyIn((await mail).text);
  const restricted = await signIn(client, identifier, provisionalKey);
  const newKey = 'quatre canaris gardent la mine de charbon';
  await client.expect(204, 'PUT', '/api/v1/key', { token: restricted, body: { newKey } });
  await signIn(client, identifier, newKey);
  return {
    'chosen key': key,
    'session token': sessionToken,
    'wrong key': wrongKey,
    'provisional key': provisionalKey,
    'token of the restricted session': restricted,
    'key chosen after the renewal': newKey,
  };
};
