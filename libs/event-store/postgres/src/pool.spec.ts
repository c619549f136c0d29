import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { logPool, outlivesItsSessions } from './pool.js';

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const AUTHENTICATED = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const ENDED = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'));

/** Lets everybody in, and ends the session in the very same packet: as a server that is told to stop at that moment. */
const welcomesAndEnds = async (): Promise<Server> => {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => undefined).once('data', () => socket.end(Buffer.concat([AUTHENTICATED, READY, ENDED])));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

describe.each([
  ['of the log', (url: string) => logPool(url)],
  ['of anything else', (connectionString: string) => new pg.Pool({ connectionString, ...outlivesItsSessions })],
])('a pool %s', (_, poolOf) => {
  test('a session that ends while it is handed out fails its query, and ends no process', async () => {
    const server = await welcomesAndEnds();
    const pool = poolOf(`postgresql://anybody@127.0.0.1:${(server.address() as AddressInfo).port}/any`).on('error', () => undefined);
    const asked = (async () => {
      const client = await pool.connect();
      await client.query('select 1').finally(() => client.release(true));
    })();
    await expect(asked).rejects.toThrow(/terminat|not queryable|connection/i);
    await pool.end();
    server.close();
  });
});
