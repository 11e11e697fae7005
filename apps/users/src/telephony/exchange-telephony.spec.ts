import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { ExchangeTelephony } from './exchange-telephony.adapter.js';
import { TelephonyUnavailable } from './telephony.js';

const call = { callId: 'call-1', operatorId: 'operator-1', number: '+33612345678' };

/** A telephone exchange that answers with this status. */
const exchange = async (status: number) => {
  const heard: unknown[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ method: request.method, type: request.headers['content-type'], body: JSON.parse(body) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise((stopped) => server.close(stopped));
  return { url: `http://127.0.0.1:${port}/appels`, heard, stop };
};

describe('a telephone exchange', () => {
  it('is handed the number on file (TEL-02)', async () => {
    const { url, heard, stop } = await exchange(202);
    await new ExchangeTelephony(url).place(call);
    expect(heard).toEqual([{ method: 'POST', type: 'application/json', body: call }]);
    await stop();
  });

  it.each([302, 403, 500])(
    'that answers %d has placed no call, and the number is not told again',
    async (status) => {
      const { url, stop } = await exchange(status);
      const placing = new ExchangeTelephony(url).place(call);
      await expect(placing).rejects.toThrow(TelephonyUnavailable);
      await expect(placing).rejects.not.toThrow('612345678');
      await stop();
    },
  );

  it('that is not there has placed no call', async () => {
    const { url, stop } = await exchange(200);
    await stop();
    await expect(new ExchangeTelephony(url).place(call)).rejects.toThrow(TelephonyUnavailable);
  });
});
