import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createHand } from '../../../components/draft/draft-in-hand';
import { type Draft, untouchedSettings } from '../../../lib/drafts/draft';
import { createDrafts } from '../../../lib/drafts/drafts';
import { openDatabase } from '../../../lib/platform/database';

const begun: Draft = {
  id: 'one',
  content: { kind: 'video', media: [], title: '', caption: '', mode: 'direct', settings: untouchedSettings },
  createdAt: 1,
  changedAt: 1,
};
const tools = import('../../../components/draft/draft-tools');
let databases = 0;

/** Pages over one database. What one does the others hear of, when they are `told`. */
async function pages(count: number) {
  databases += 1;
  const news: { id: string; by: string }[] = [];
  const drafts = createDrafts({
    database: openDatabase(`hands-${databases}`),
    clock: { now: Date.now, sleep: () => Promise.resolve() },
    tell: (id, by) => news.push({ id, by }),
  });
  const under = { broken: false };
  const sent: Promise<unknown>[] = [];
  const told = <T>(doing: Promise<T>): Promise<T> => {
    sent.push(doing.catch(() => {}));
    return doing;
  };
  const hands = Array.from({ length: count }, (_, at) =>
    createHand({
      drafts: {
        read: (id) => drafts.read(id),
        keep: (draft) =>
          told(under.broken ? Promise.reject(new Error('no room')) : drafts.keep(draft, `${at}`)),
        change: (id, change) =>
          told(under.broken ? Promise.reject(new Error('no room')) : drafts.change(id, change, `${at}`)),
      },
      tools,
      now: Date.now,
    }),
  );
  await tools;
  const settle = async (): Promise<boolean[]> => {
    await Promise.all(sent);
    const heard = news
      .splice(0)
      .flatMap(({ id, by }) => hands.filter((_, at) => `${at}` !== by).map((hand) => hand.hear(id)));
    return Promise.all(heard);
  };
  return { drafts, hands, settle, under };
}

async function two() {
  const stage = await pages(2);
  const [first, second] = stage.hands;
  if (!first || !second) throw new Error('two were asked for');
  await stage.drafts.keep(begun, 'before');
  for (const hand of stage.hands) hand.take(begun, true);
  await stage.settle();
  return { ...stage, first, second };
}

describe('two pages open on one draft', () => {
  it('both keep what they did to different fields, and show what the other did', async () => {
    const { first, second, settle, drafts } = await two();
    first.change({ do: 'write', caption: 'Out of the kiln' });
    second.change({ do: 'write', title: 'Kiln' });
    first.change({ do: 'allow', what: 'allowComment', allowed: true });
    second.change({ do: 'mark', what: 'aiGenerated', on: true });
    await settle();
    const kept = await drafts.read('one');
    expect(kept?.content).toMatchObject({ caption: 'Out of the kiln', title: 'Kiln' });
    expect(kept?.content.settings).toMatchObject({ allowComment: true, aiGenerated: true });
    expect(first.read().draft).toEqual(kept);
    expect(second.read().draft).toEqual(kept);
  });

  it('both show the later words where both wrote in the same field', async () => {
    const { first, second, settle, drafts } = await two();
    first.change({ do: 'write', caption: 'earlier' });
    second.change({ do: 'write', caption: 'later' });
    await settle();
    expect((await drafts.read('one'))?.content.caption).toBe('later');
    expect(first.read().draft?.content.caption).toBe('later');
    expect(second.read().draft?.content.caption).toBe('later');
  });

  it('take no letter from whoever is typing while the other page is heard of', async () => {
    const { first, second, settle } = await two();
    second.change({ do: 'mode', mode: 'inbox' });
    const heard = settle();
    let typed = '';
    for (const letter of 'while it is being read') {
      typed += letter;
      first.change({ do: 'write', caption: typed });
      await Promise.resolve();
      expect(first.read().draft?.content.caption).toBe(typed);
    }
    await heard;
    await settle();
    expect(first.read().draft?.content).toMatchObject({ caption: typed, mode: 'inbox' });
    expect(second.read().draft?.content).toMatchObject({ caption: typed, mode: 'inbox' });
  });

  it('say that it is gone once one of them has sent it', async () => {
    const { drafts, settle, second } = await two();
    await drafts.drop('one', '0');
    expect(await settle()).toEqual([false]);
    expect(await second.hear('another')).toBe(true);
  });
});

it('what could not be kept is said, and kept whole with the next change', async () => {
  const { first, drafts, settle, under } = await two();
  under.broken = true;
  first.change({ do: 'write', caption: 'nearly lost' });
  await settle();
  expect(first.read().unkept?.code).toBe('unexpected');
  expect(first.read().draft?.content.caption).toBe('nearly lost');
  under.broken = false;
  first.change({ do: 'mode', mode: 'inbox' });
  await settle();
  expect(first.read().unkept).toBeUndefined();
  expect((await drafts.read('one'))?.content).toMatchObject({ caption: 'nearly lost', mode: 'inbox' });
});

it('what was sent is written in by nobody, while the next one is looked for', async () => {
  const { first, drafts, settle } = await two();
  first.clear();
  first.change({ do: 'write', caption: 'too late' });
  await settle();
  expect(first.read().draft).toBeUndefined();
  expect((await drafts.read('one'))?.content.caption).toBe('');
});
