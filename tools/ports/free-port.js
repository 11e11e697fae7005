// @ts-check
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what systems give to outgoing connections (32768 on Linux): nobody is given it while its owner is away. */
const LOWEST = 20_000;

/** Suites run beside each other, each with ports of its own: what one has stopped for a while is free, and no other may take it. */
const [SUITES, EACH] = [8, 1500];
const suite = Number(process.env['JEST_WORKER_ID'] ?? 0) % SUITES;
const lowest = LOWEST + suite * EACH;
const given = new Set();

/** A port of loopback that is free now, and stays so for whoever is to listen there again and again. */
export const freePort = async () => {
  for (;;) {
    const port = randomInt(lowest, lowest + EACH);
    if (given.has(port)) continue;
    const server = createServer();
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      given.add(port);
      return port;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    } finally {
      server.close();
    }
  }
};
