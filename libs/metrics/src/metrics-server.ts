import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.js';

/** Where the metrics are told, and how to end it. */
export type MetricsServer = Readonly<{ port: number; close(): void }>;

/** Tells the metrics on a port of their own (decision 0023): the portal's port never does. */
export const openMetricsServer = async (
  metrics: Metrics,
  port: number,
  host: string,
): Promise<MetricsServer> => {
  metrics.watchProcess();
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    metrics.text().then(
      (text) =>
        response
          .writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
          .end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
