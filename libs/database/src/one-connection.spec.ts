import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { onOneConnection } from './one-connection.js';

const READY = Buffer.from('520000000800000000' + '5a0000000549', 'hex');

/** Says yes to whoever comes in, as a server does, and leaves the rest to the test. */
const serverThatBreaks = async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    socket.once('data', () => socket.write(READY));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `postgresql://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/none`, sockets, close: () => server.close() };
};

// Unheard, the event of the broken connection would end this whole process.
test('a connection that breaks between two questions fails the work, and nothing more', async () => {
  const server = await serverThatBreaks();
  try {
    const work = onOneConnection({ connectionString: server.url, ssl: false }, async (client) => {
      const ended = new Promise<void>((resolve) => void client.once('end', resolve));
      for (const socket of server.sockets) socket.destroy();
      await ended;
      return client.query('select 1');
    });
    await expect(work).rejects.toThrow(/not queryable|closed/i);
  } finally {
    server.close();
  }
});
