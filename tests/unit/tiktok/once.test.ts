import { describe, expect, it } from 'vitest';
import { canStreamRequests, createPostingHttp } from '../../../lib/tiktok/once';
import { FakeClock } from '../../fakes/clock';

type Fetch = typeof globalThis.fetch;
const info = '/v2/post/publish/creator_info/query/';
const init = '/v2/post/publish/video/init/';
const call = { token: 'T', body: { n: 1 } };
const minute = 60_000;

interface Sent {
  path: string;
  streamed: boolean;
  credentials: RequestCredentials | undefined;
  body: string;
}

/** A line that answers each request as told, and remembers how it was sent. */
function line(answer: (sent: Sent) => Response | 'hang', canStream = true) {
  const sent: Sent[] = [];
  const clock = new FakeClock();
  const fetch: Fetch = async (address, asked) => {
    const request = {
      path: new URL(String(address)).pathname,
      streamed: asked?.body instanceof ReadableStream && Reflect.get(asked, 'duplex') === 'half',
      credentials: asked?.credentials,
      body: await new Response(asked?.body ?? null).text(),
    };
    sent.push(request);
    const reply = answer(request);
    if (reply !== 'hang') return reply;
    return new Promise((_, reject) => {
      asked?.signal?.addEventListener('abort', () => reject(asked.signal?.reason));
      clock.pass(30_000);
    });
  };
  const http = createPostingHttp({ fetch, clock, isOnline: () => true, timeoutMs: 25_000, canStream });
  return { http, sent, clock };
}

const broken = () => {
  throw new TypeError('Failed to fetch');
};
const well = () => new Response('{"error":{"code":"ok"}}');

describe('a post that must not be sent twice', () => {
  it('goes as a stream, which no browser can send again, when one before it came through so', async () => {
    const { http, sent } = line(well);
    await http.sound(info, call);
    await http.postOnce(init, call);
    expect(sent).toEqual([
      { path: info, streamed: true, credentials: 'omit', body: '{"n":1}' },
      { path: init, streamed: true, credentials: 'omit', body: '{"n":1}' },
    ]);
  });

  it('goes as a plain body by connections of its own when none came through before', async () => {
    const { http, sent } = line(well);
    await http.postOnce(init, call);
    expect(sent).toEqual([{ path: init, streamed: false, credentials: 'include', body: '{"n":1}' }]);
  });

  it('is never tried a second time, whatever the first try came to', async () => {
    const { http, sent } = line(({ path }) => (path === init ? broken() : well()));
    await http.sound(info, call);
    await expect(http.postOnce(init, call)).rejects.toMatchObject({ code: 'network' });
    expect(sent.filter(({ path }) => path === init)).toHaveLength(1);
  });

  it.each([
    ['the line takes no streams', broken],
    ['a gateway wants to know the length', () => new Response('<h1>411</h1>', { status: 411 })],
    ['a gateway waits for the end of a body without length', () => 'hang' as const],
  ])('goes plainly when %s, and what was asked before is answered all the same', async (_why, streams) => {
    const { http, sent } = line((request) => (request.streamed ? streams() : well()));
    expect(await http.sound(info, call)).toMatchObject({ status: 200 });
    await http.postOnce(init, call);
    expect(sent.at(-1)).toMatchObject({ path: init, streamed: false });
    expect(http.isSounded).toBe(true);
  });

  it('does not wait again for a gateway that did not answer a stream', async () => {
    const { http, sent } = line((request) => (request.streamed ? 'hang' : well()));
    await http.sound(info, call);
    await http.sound(info, call);
    expect(sent.map(({ streamed }) => streamed)).toEqual([true, false, false]);
  });

  it('takes one broken stream for a kept connection that died, and sounds the line once more', async () => {
    let first = true;
    const { http, sent } = line(() => {
      const answer = first ? broken : well;
      first = false;
      return answer();
    });
    await http.sound(info, call);
    await http.postOnce(init, call);
    expect(sent.map(({ streamed }) => streamed)).toEqual([true, true, true]);
  });

  it('tries streams again after a line that took none for a while', async () => {
    let takes = false;
    const { http, sent } = line((request) => (request.streamed && !takes ? broken() : well()));
    await http.sound(info, call);
    takes = true;
    await http.sound(info, call);
    await http.postOnce(init, call);
    expect(sent.map(({ streamed }) => streamed)).toEqual([true, true, false, true, true]);
  });

  it('stops using streams when the line that took them no longer does', async () => {
    let takes = true;
    const { http, sent } = line((request) => (request.streamed && !takes ? broken() : well()));
    await http.sound(info, call);
    takes = false;
    await http.sound(info, call);
    await http.postOnce(init, call);
    expect(sent.at(-1)).toMatchObject({ path: init, streamed: false });
  });

  it('sends no stream from a browser that cannot', async () => {
    const { http, sent } = line(well, false);
    await http.sound(info, call);
    await http.postOnce(init, call);
    expect(sent.map(({ streamed }) => streamed)).toEqual([false, false]);
  });

  it('says that nothing answers, when nothing does', async () => {
    const { http } = line(broken);
    await expect(http.sound(info, call)).rejects.toMatchObject({ code: 'network' });
    expect(http.isSounded).toBe(false);
  });
});

describe('what is known of the line', () => {
  it('is nothing before it was sounded, and nothing new by a post itself', async () => {
    const { http } = line(well);
    expect(http.isSounded).toBe(false);
    await http.postOnce(init, call);
    expect(http.isSounded).toBe(false);
    await http.sound(info, call);
    expect(http.isSounded).toBe(true);
  });

  it('is believed for minutes, and not at all by a clock that was set back', async () => {
    const { http, clock } = line(well);
    await http.sound(info, call);
    clock.pass(4 * minute);
    expect(http.isSounded).toBe(true);
    clock.pass(minute);
    expect(http.isSounded).toBe(false);
    clock.time -= 6 * minute;
    expect(http.isSounded).toBe(false);
  });

  it('is forgotten when the next sounding finds nobody', async () => {
    let answers = true;
    const { http } = line(() => (answers ? well() : broken()));
    await http.sound(info, call);
    answers = false;
    await http.sound(info, call).catch(() => undefined);
    expect(http.isSounded).toBe(false);
  });
});

it('knows whether this runtime streams a request', () => {
  expect(canStreamRequests()).toBe(true);
});
