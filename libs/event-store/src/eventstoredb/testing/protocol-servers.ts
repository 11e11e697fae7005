import { ProtocolServer } from '../../../../../tools/eventstore/protocol-server.js';
import type { ProtocolServerOptions } from '../../../../../tools/eventstore/protocol-server.js';
import { scratchFolder } from '../../testing/scratch-folder.js';

/** Protocol servers of one spec file, each on a file of its own unless one is named. */
export function protocolServers(): {
  start(options?: Partial<ProtocolServerOptions>): Promise<ProtocolServer>;
  stop(): Promise<void>;
} {
  const folder = scratchFolder();
  const started: ProtocolServer[] = [];
  return {
    start: async ({ file = `${started.length}.db`, ...options } = {}) => {
      const server = await ProtocolServer.start({ file: folder.file(file), ...options });
      started.push(server);
      return server;
    },
    stop: async () => {
      await Promise.all(started.map((server) => server.stop()));
      folder.remove();
    },
  };
}
