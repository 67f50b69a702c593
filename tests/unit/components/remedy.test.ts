import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftAgain } from '../../../components/draft/draft-again';
import { act } from '../../../components/posts/useRemedy';
import { type Content, untouchedSettings } from '../../../lib/drafts/draft';
import { type Action, catalog, type ErrorCode } from '../../../lib/errors/catalog';
import type { Post, PostState } from '../../../lib/posts/post';
import { type AgainWith, actionOf, nextStepOf, remedyOf } from '../../../lib/posts/remedy';
import messages from '../../../public/_locales/en/messages.json';
import { fakePort } from '../../fakes/port';

const root = resolve(import.meta.dirname, '../../..');
const codes = Object.keys(catalog) as ErrorCode[];
const withAction = codes.flatMap((code): [ErrorCode, Action][] => {
  const action = actionOf({ code, facts: {} });
  return action ? [[code, action]] : [];
});

const photo = (id: string): Content['media'][number] => ({
  id,
  kind: 'photo',
  source: { from: 'url', urls: [`https://cdn.shop.example/${id}.jpg`], status: 'direct' },
});
const aPost = (change: Partial<Post> = {}): Post => ({
  id: 'p',
  accountId: 'a',
  content: {
    kind: 'photo',
    media: [photo('one'), photo('two')],
    title: 'Two mugs',
    caption: 'Fresh from the kiln',
    mode: 'direct',
    settings: { ...untouchedSettings, privacy: 'PUBLIC_TO_EVERYONE', autoMusic: true, coverIndex: 1 },
  },
  createdAt: 0,
  state: 'failed',
  stateSince: 0,
  attempts: [],
  seenAt: 0,
  tries: 0,
  looks: 0,
  videoIds: [],
  ...change,
});

/** What came of a press: everything that was asked of the world, and the new post that was begun. */
async function pressed(action: Action, code: ErrorCode, post = aPost()) {
  const port = fakePort();
  const begun: (AgainWith | undefined)[] = [];
  const error = { code, facts: { host: 'img.elsewhere.example' } };
  await act(port, post, action, error, (_post, change) => void begun.push(change));
  return { asked: port.asked, begun };
}

describe('every action beside an error', () => {
  it('is walked here: none in the catalog is left out', () => {
    const all = new Set(withAction.map(([, action]) => action));
    // Offered by a check before posting only; it leads somewhere after posting too.
    expect([...all, 'make-slideshow'].sort()).toEqual(
      Object.keys(messages)
        .flatMap((key) => key.match(/^error_action_(\w+)$/)?.[1]?.replaceAll('_', '-') ?? [])
        .filter((name) => name !== 'trim' && name !== 'remove-some')
        .sort(),
    );
  });

  it.each(withAction)('%s: %s does something, and one thing only', async (code, action) => {
    const { asked, begun } = await pressed(action, code);
    const moves = asked.filter(({ what }) => what !== 'device.allowSites');
    expect(moves.length + begun.length).toBe(1);
  });

  it('opens only sections that the settings have', () => {
    const sections = readFileSync(join(root, 'entrypoints/options/sections.tsx'), 'utf8');
    for (const [code, action] of withAction) {
      const remedy = remedyOf(action, { code, facts: {} }, aPost().content);
      if (remedy.do !== 'page') continue;
      const [, name] = remedy.path.match(/^\/options\.html#(\w+)$/) ?? [];
      expect(sections, `${code} → ${remedy.path}`).toContain(`name: '${name}'`);
    }
  });

  it('leads to the place where its cause is put right', async () => {
    const place = async (action: Action, code: ErrorCode) => (await pressed(action, code)).asked;
    expect(await place('reconnect', 'auth_removed')).toEqual([
      { what: 'device.openPage', with: '/options.html#connect' },
    ]);
    expect(await place('open-settings', 'url_ownership_unverified')).toEqual([
      { what: 'device.openPage', with: '/options.html#routes' },
    ]);
    expect(await place('open-settings', 'invalid_client')).toEqual([
      { what: 'device.openPage', with: '/options.html#connect' },
    ]);
    expect(await place('set-up-bucket', 'bucket_denied')).toEqual([
      { what: 'device.openPage', with: '/options.html#routes' },
    ]);
    expect(await place('open-tiktok', 'spam_risk')).toEqual([
      { what: 'device.openTab', with: 'https://www.tiktok.com/' },
    ]);
    expect(await place('retry', 'internal')).toEqual([{ what: 'posts.retry', with: 'p' }]);
  });

  it('asks for every host the media needs before it tries again, and does not try without leave', async () => {
    const port = fakePort();
    const asked: string[] = [];
    let leave = false;
    const device = {
      ...port.device,
      allowSites: async (urls: readonly string[]) => {
        asked.push(...urls);
        return leave;
      },
    };
    const error = { code: 'site_redirects', facts: { host: 'img.elsewhere.example' } } as const;
    const press = (post: Post) => act({ ...port, device }, post, 'grant-site', error, () => {});
    await press(aPost());
    expect(asked).toEqual([
      'https://cdn.shop.example/one.jpg',
      'https://cdn.shop.example/two.jpg',
      'https://img.elsewhere.example/',
    ]);
    expect(port.asked).toEqual([]);
    leave = true;
    await press(aPost({ state: 'waiting' }));
    expect(port.asked).toEqual([]);
    await press(aPost());
    expect(port.asked).toEqual([{ what: 'posts.retry', with: 'p' }]);
  });
});

describe('posting again', () => {
  const again = (change?: AgainWith) => draftAgain(aPost(), 'new', 5, change);

  it('never chooses the audience for the person, whatever has to change', () => {
    for (const change of [undefined, 'privacy', 'caption', 'file', 'inbox', 'slideshow'] as const) {
      const { settings } = again(change).content;
      expect(settings.privacy).toBeUndefined();
      expect(settings.allowComment || settings.allowDuet || settings.allowStitch).toBe(false);
    }
  });

  it('is made ready for what has to be different', () => {
    expect(again('inbox').content.mode).toBe('inbox');
    expect(again('file').content).toMatchObject({ media: [], caption: 'Fresh from the kiln' });
    expect(again('file').content.settings.coverIndex).toBe(0);
    const film = again('slideshow').content;
    expect(film).toMatchObject({ kind: 'video', slideshow: { secondsEach: 3 } });
    expect(film.media).toHaveLength(2);
    expect(film.settings.autoMusic).toBe(false);
  });
});

describe('the next step of a row', () => {
  const step = (state: PostState, change: Partial<Post> = {}) => nextStepOf(aPost({ state, ...change }));

  it('is to look at what is there, to answer what is in doubt, to stop what moves', () => {
    expect(step('published', { link: 'https://www.tiktok.com/@a/video/1' })).toBe('open');
    expect(step('unknown')).toBe('resolve');
    expect(step('uploading')).toBe('cancel');
    expect(step('scheduled')).toBe('cancel');
  });

  it('is what the error asks for, and to try again where it asks for nothing', () => {
    expect(step('failed', { error: { code: 'auth_removed', facts: {} } })).toBe('reconnect');
    expect(step('failed', { error: { code: 'spam_risk_text', facts: {} } })).toBe('edit-caption');
    expect(step('failed', { error: { code: 'invalid_params', facts: {} } })).toBe('retry');
    expect(step('waiting', { waitingFor: { code: 'no_account', facts: {} } })).toBe('reconnect');
  });

  it('is nothing where nothing can be done', () => {
    expect(step('published')).toBeUndefined();
    expect(step('inbox')).toBeUndefined();
    expect(step('cancelled')).toBeUndefined();
    expect(step('uploading', { cancelAskedAt: 1 })).toBeUndefined();
  });
});
