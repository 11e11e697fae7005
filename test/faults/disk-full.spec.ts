import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureBuilt } from '../../tools/build.js';
import { HttpClient } from '../product/http-client.js';
import { MailSink } from '../product/mail-sink.js';
import { type Person, provisionalKeyIn, settleSchool, signIn } from '../product/people.js';
import { Product } from '../product/product.js';
import { fullDisks } from './full-disk.js';

/** Where no file system may be mounted, files that may not grow are all there is. */
const rooms = Object.entries(fullDisks).flatMap(([name, make]) => {
  const room = make();
  return room === null ? [] : [{ name, room }];
});

describe.each(rooms)('the embedded store on $name', ({ room }) => {
  const { folder, fill, free, remove } = room;
  let mails: MailSink;
  let product: Product;
  let client: HttpClient;
  let people: readonly Person[];

  beforeAll(async () => {
    ensureBuilt({ quiet: true });
    mails = await MailSink.open();
    product = await Product.prepare({ smtpUrl: mails.url, folder });
    await product.start();
    client = new HttpClient(product.port);
    ({ people } = await settleSchool(product, client, mails, 2));
  }, 120_000);

  afterAll(async () => {
    client?.close();
    await product?.remove();
    await mails?.close();
    remove();
  }, 60_000);

  const opens = (identifier: string, key: string) =>
    client.call('POST', '/api/v1/sessions', { body: { identifier, key } });

  it('loses no acknowledged change, says 503, and goes on by itself when there is room again (EVT-11, invariant 6)', async () => {
    const [changing, renewing] = people as [Person, Person];
    const token = await signIn(client, changing.identifier, changing.key);
    const keys = [changing.key];
    const change = async () => {
      const newKey = randomBytes(18).toString('base64url');
      const body = { currentKey: keys.at(-1), newKey };
      const answer = await client.call('PUT', '/api/v1/key', { token, body });
      if (answer.status === 204) keys.push(newKey);
      return answer;
    };
    expect((await change()).status).toBe(204);
    fill(product);
    // What room was left in the files themselves may take a few.
    let refused = await change();
    while (refused.status === 204) refused = await change();
    expect([refused.status, refused.json<{ type: string }>().type]).toEqual([
      503,
      expect.stringContaining('unavailable'),
    ]);
    const acknowledged = keys.length;
    // Nobody is let in on a guess: an attempt that cannot be recorded is none.
    for (const key of keys) expect((await opens(changing.identifier, key)).status).toBe(503);
    const { identifier, email } = renewing;
    const renewal = { body: { identifier, email } };
    expect((await client.call('POST', '/api/v1/key-renewals', renewal)).status).toBe(503);

    free(product);
    while ((await opens(identifier, renewing.key)).status === 503) await pause(50);
    expect(keys).toHaveLength(acknowledged);
    const answers = await Promise.all(keys.slice(-4).map((key) => opens(changing.identifier, key)));
    expect(answers.map(({ status }) => status)).toEqual(
      [...keys.slice(-4).keys()].map((at, _, all) => (at === all.length - 1 ? 201 : 401)),
    );
    expect((await change()).status).toBe(204);
    const mail = mails.next(email, 60_000);
    await client.expect(202, 'POST', '/api/v1/key-renewals', renewal);
    await signIn(client, identifier, provisionalKeyIn((await mail).text));
    expect((await client.call('GET', '/readyz')).status).toBe(200);
  }, 120_000);
});
