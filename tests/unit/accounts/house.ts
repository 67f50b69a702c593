import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { createAccountServices } from '../../../lib/accounts/build';
import type { BakedIn } from '../../../lib/accounts/credentials';
import { type Database, openDatabase } from '../../../lib/platform/database';
import type { Http, Reply } from '../../../lib/tiktok/http';
import { fakeAlarms, fakeArea, fakeClock, fakeLocks } from './fakes';

export const redirects = {
  window: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
  tab: 'http://127.0.0.1:41951/callback/',
};

type Answers = { token: unknown; revoke: unknown; user: unknown };
export type Sent = { address: string; fields: Record<string, string> };

let databases = 0;

/** The whole folder put together, over a TikTok that answers what a test says. */
export function createHouse(options: { bakedIn?: BakedIn } = {}) {
  databases += 1;
  const name = `house-${databases}`;
  const database: Promise<Database> = openDatabase(name);
  const [clock, alarms, session, locks] = [fakeClock(), fakeAlarms(), fakeArea(), fakeLocks()];
  const chosen: { id: string | undefined } = { id: undefined };
  const tabs = { open: vi.fn(async (_address: string) => 7), close: vi.fn(async (_tabId: number) => {}) };
  const [changed, troubled] = [vi.fn(), vi.fn()];
  const sent: Sent[] = [];
  const answers: Answers = {
    token: tokenAnswer('ada', 1),
    revoke: {},
    user: { data: { user: { display_name: 'Ada', username: 'ada' } }, error: { code: 'ok' } },
  };

  const reply = (answer: unknown): Reply => {
    if (answer instanceof Error) throw answer;
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return { status: 200, text, truncated: false, receivedAt: clock.time };
  };
  const http: Http = {
    async get(path, { token }) {
      sent.push({ address: path, fields: { token } });
      return reply(answers.user);
    },
    post: () => Promise.reject(new Error('nothing is posted here')),
    async postForm(address, fields) {
      sent.push({ address, fields });
      return reply(address.includes('revoke') ? answers.revoke : answers.token);
    },
  };
  const boot = () =>
    createAccountServices({
      database,
      session,
      http,
      locks,
      clock,
      alarms,
      randomBytes: (bytes) => crypto.getRandomValues(bytes),
      bakedIn: options.bakedIn,
      redirects,
      current: {
        get: async () => chosen.id,
        async set(id) {
          chosen.id = id;
        },
      },
      tabs,
      changed,
      troubled,
    });
  /** `boot` again is what a worker that died and woke does. */
  return {
    ...boot(),
    boot,
    database,
    clock,
    alarms,
    session,
    chosen,
    tabs,
    changed,
    troubled,
    sent,
    answers,
  };
}
export type House = ReturnType<typeof createHouse>;

export const tokenAnswer = (
  openId: string,
  number: number,
  scope = 'user.info.basic,video.publish,video.upload',
) => ({
  open_id: openId,
  scope,
  access_token: `act.${openId}.${number}`,
  expires_in: 7_200,
  refresh_token: `rft.${openId}.${number}`,
  refresh_expires_in: 15_552_000,
  token_type: 'Bearer',
});

/** As TikTok would send the browser back, for a sign-in that was begun. */
export function callbackOf(address: string, more: Record<string, string> = {}): string {
  const asked = new URL(address).searchParams;
  const back = { code: 'c*1!', scopes: asked.get('scope') ?? '', state: asked.get('state') ?? '', ...more };
  return `${asked.get('redirect_uri')}?${new URLSearchParams(back)}`;
}

export async function begin(house: House): Promise<string> {
  const { address } = await house.accounts.begin();
  return address ?? house.tabs.open.mock.lastCall?.[0] ?? '';
}

export const setUp = (house: House, way: 'window' | 'tab' = 'window') =>
  house.accounts.changeApp({ clientKey: 'key', secret: 'S3CRET', way });

export async function connect(house: House, openId = 'ada'): Promise<void> {
  house.answers.token = tokenAnswer(openId, 1);
  await house.accounts.finish(callbackOf(await begin(house)));
}
