import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from './client.ts';
import { type Sandbox, startSandbox } from './index.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const host = 'open.tiktokapis.com';

async function line() {
  const session = connectHttp2(`https://${host}`, {
    host: '127.0.0.1',
    port: sandbox.portOf(host),
    servername: host,
    ca: sandbox.cert,
  });
  session.on('error', () => {});
  await once(session, 'connect');
  return session;
}

async function creatorInfo(session: Awaited<ReturnType<typeof line>>) {
  const { accessToken } = await connect(sandbox);
  const stream = session.request({
    ':method': 'POST',
    ':path': '/v2/post/publish/creator_info/query/',
    ':authority': host,
    authorization: `Bearer ${accessToken}`,
    'content-type': 'application/json; charset=UTF-8',
  });
  stream.end('{}');
  let text = '';
  for await (const part of stream.setEncoding('utf8')) text += part;
  return text;
}

it('the API answers by HTTP/2, to a body whose length was not said', async () => {
  const session = await line();
  expect(JSON.parse(await creatorInfo(session))).toMatchObject({ error: { code: 'ok' } });
  expect(sandbox.control.log.of('creator_info')[0]?.headers).not.toHaveProperty('content-length');
  session.close();
});

it('a break takes the whole connection with it', async () => {
  const session = await line();
  sandbox.control.addFault({ endpoint: 'creator_info', answer: { kind: 'close' } });
  const closed = once(session, 'close');
  await creatorInfo(session).catch(() => {});
  await closed;
  expect(session.destroyed).toBe(true);
});
