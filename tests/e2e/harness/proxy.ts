import { type AddressInfo, connect, createServer } from 'node:net';

/** What Firefox has in place of host mapping: a proxy that leads every secure host to the sandbox, and nothing elsewhere. */
export async function startProxy(portOf: (host: string) => number) {
  const server = createServer((client) => {
    client.on('error', () => client.destroy());
    client.once('data', (data) => {
      const host = /^CONNECT ([^ :]+):443 /.exec(data.toString())?.[1];
      if (!host) {
        client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
        return;
      }
      const upstream = connect(portOf(host), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(client);
        client.pipe(upstream);
      });
      upstream.on('error', () => client.destroy());
      client.on('close', () => upstream.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, close: () => server.close() };
}
