import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError, toErrorData } from '../../../lib/errors/app-error';
import { begin, callbackOf, createHouse, type House, setUp, tokenAnswer } from './house';

const secret = /S3CRET|act\.|rft\.|c\*1!/;
const said: unknown[] = [];

beforeEach(() => {
  said.length = 0;
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, way).mockImplementation((...words) => {
      said.push(words);
    });
  }
});
afterEach(() => vi.restoreAllMocks());

/** Everything an object holds, own errors and their causes included. */
function spell(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null || seen.has(value)) return String(value);
  seen.add(value);
  const names = Reflect.ownKeys(value).filter((name) => name !== 'stack');
  return names.map((name) => `${String(name)}=${spell(Reflect.get(value, name), seen)}`).join(';');
}

/** Hears every answer, error and piece of news that could leave the background. */
async function hear(work: () => Promise<unknown>): Promise<void> {
  try {
    said.push(spell(await work()));
  } catch (error) {
    said.push(spell(error), JSON.stringify(toErrorData(error)));
  }
}

const failures: unknown[] = [
  { error: 'invalid_grant', error_description: 'S3CRET c*1! rft.ada.1' },
  { error: 'something_new', error_description: 'you sent S3CRET' },
  { error: { code: 'odd', message: 'rft.ada.1' } },
  new AppError('network', { cause: new TypeError('Failed to fetch') }),
  '<html>',
  { ...tokenAnswer('ada', 1), expires_in: 'never' },
];

async function live(house: House): Promise<void> {
  await hear(() => setUp(house));
  for (const failure of failures) {
    house.answers.token = failure;
    await hear(() => house.accounts.check());
    await hear(async () => house.accounts.finish(callbackOf(await begin(house))));
  }
  house.answers.token = tokenAnswer('ada', 1);
  await hear(async () => house.accounts.finish(callbackOf(await begin(house))));
  for (const failure of failures) {
    house.clock.time += 7_000_000;
    house.answers.token = failure;
    await house.tokens.wakeAll();
    await hear(() => house.accounts.overview());
  }
  house.answers.revoke = { error: 'invalid_request', error_description: 'act.ada.1 S3CRET' };
  await hear(() => house.accounts.disconnect('ada'));
  said.push(spell(house.changed.mock.calls), spell(house.troubled.mock.calls));
  said.push(spell(house.alarms.standing), spell(await house.accounts.overview()));
}

it('no answer, error, notice, alarm or log ever holds a secret, a token or a code', async () => {
  const house = createHouse();
  await live(house);
  expect(said.length).toBeGreaterThan(20);
  for (const words of said) expect(spell(words)).not.toMatch(secret);
});

it('the address a person is sent to holds neither secret nor verifier', async () => {
  const house = createHouse();
  await setUp(house);
  const address = await begin(house);
  const begun = Object(await house.session.get('sign-in'));
  expect(begun.verifier).toMatch(/^.{64}$/);
  expect(address).not.toContain(begun.verifier);
  expect(address).not.toMatch(secret);
});

it('secrets lie in their own store and nowhere else', async () => {
  const house = createHouse();
  await setUp(house);
  await house.accounts.finish(callbackOf(await begin(house)));
  const database = await house.database;
  for (const store of [...database.objectStoreNames].filter((name) => name !== 'secrets')) {
    expect(spell(await database.getAll(store))).not.toMatch(secret);
  }
  expect(spell(await database.getAll('secrets'))).toMatch(/S3CRET/);
  expect(spell([...house.session.kept])).not.toMatch(secret);
});
