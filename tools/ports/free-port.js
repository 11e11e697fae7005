// @ts-check
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what systems give to outgoing connections (32768 on Linux): nobody is given it while its owner is away. */
const [LOWEST, BEYOND] = [20_000, 32_000];

/** A port of loopback that is free now, and stays so for whoever is to listen there again and again. */
export const freePort = async () => {
  for (;;) {
    const port = randomInt(LOWEST, BEYOND);
    const server = createServer();
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return port;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    } finally {
      server.close();
    }
  }
};
