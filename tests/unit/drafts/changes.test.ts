import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOver, waitingAside } from '../../../lib/drafts/aside';
import { contentsOf } from '../../../lib/drafts/batch';
import { DraftChange } from '../../../lib/drafts/change';
import { changeDraft } from '../../../lib/drafts/changes';
import { type Draft, type DraftMedia, untouchedSettings, usualSlideshow } from '../../../lib/drafts/draft';
import { allMedia } from '../../../lib/drafts/several';

const media = (id: string, kind: 'video' | 'photo'): DraftMedia => ({
  id,
  kind,
  source: { from: 'url', urls: [`https://shop.example/${id}`], status: 'direct' },
});
const blank: Draft = {
  id: 'd',
  content: { kind: 'video', media: [], title: '', caption: '', mode: 'direct', settings: untouchedSettings },
  createdAt: 0,
  changedAt: 0,
};
const having = (...changes: DraftChange[]): Draft =>
  changes.reduce((draft, change, at) => changeDraft(draft, change, at + 1), blank);
const photos = (...ids: string[]): DraftChange => ({ do: 'add', media: ids.map((id) => media(id, 'photo')) });
const ids = (draft: Draft) => draft.content.media.map(({ id }) => id);

describe('choosing media', () => {
  it('a video stands alone, photos gather in the order they were pressed', () => {
    const draft = having(
      { do: 'toggle', media: media('v', 'video') },
      { do: 'toggle', media: media('a', 'photo') },
      { do: 'toggle', media: media('b', 'photo') },
    );
    expect(draft.content.kind).toBe('photo');
    expect(ids(draft)).toEqual(['a', 'b']);
    expect(ids(having(photos('a', 'b'), { do: 'toggle', media: media('a', 'photo') }))).toEqual(['b']);
  });

  it('takes no more than 35 photos and none twice', () => {
    const many = Array.from({ length: 50 }, (_, at) => `p${at}`);
    expect(having(photos(...many)).content.media).toHaveLength(35);
    expect(ids(having(photos('a', 'a')))).toEqual(['a']);
  });

  it('keeps the cover on its picture while the order changes, and gives it to the first when it leaves', () => {
    const covered = having(photos('a', 'b', 'c'), { do: 'cover', id: 'c' });
    const moved = changeDraft(covered, { do: 'move', id: 'c', to: 0 }, 9);
    expect(ids(moved)).toEqual(['c', 'a', 'b']);
    expect(moved.content.settings.coverIndex).toBe(0);
    expect(changeDraft(covered, { do: 'remove', id: 'c' }, 9).content.settings.coverIndex).toBe(0);
  });

  it('forgets the cover frame with its video, and what photos do not have', () => {
    const draft = having(
      { do: 'toggle', media: media('v', 'video') },
      { do: 'cover-frame', ms: 1_234.6 },
      { do: 'allow', what: 'allowDuet', allowed: true },
    );
    expect(draft.content.settings.coverMs).toBe(1_235);
    const other = changeDraft(draft, { do: 'toggle', media: media('w', 'video') }, 9);
    expect(other.content.settings.coverMs).toBeUndefined();
    const photo = changeDraft(draft, { do: 'toggle', media: media('a', 'photo') }, 9);
    expect(photo.content.settings.allowDuet).toBe(false);
  });
});

describe('photos as one video', () => {
  it('are a video to TikTok until they are photos again or leave', () => {
    const film = having(photos('a', 'b'), { do: 'slideshow', on: true });
    expect(film.content.kind).toBe('video');
    expect(ids(changeDraft(film, { do: 'toggle', media: media('c', 'photo') }, 9))).toEqual(['a', 'b', 'c']);
    const again = changeDraft(film, { do: 'slideshow', on: false }, 9);
    expect([again.content.kind, again.content.slideshow]).toEqual(['photo', undefined]);
    const other = changeDraft(film, { do: 'toggle', media: media('v', 'video') }, 9);
    expect([other.content.kind, other.content.slideshow]).toEqual(['video', undefined]);
    expect(having({ do: 'slideshow', on: true })).toBe(blank);
  });
});

describe('choosing settings', () => {
  const branded = having({ do: 'disclose', on: true }, { do: 'brand', what: 'brandedContent', on: true });

  it('branded content and only-me cannot both be chosen, whichever came first', () => {
    expect(changeDraft(branded, { do: 'privacy', privacy: 'SELF_ONLY' }, 9)).toBe(branded);
    const hidden = having({ do: 'privacy', privacy: 'SELF_ONLY' }, { do: 'disclose', on: true });
    expect(changeDraft(hidden, { do: 'brand', what: 'brandedContent', on: true }, 9)).toBe(hidden);
  });

  it('turning the disclosure off clears both boxes', () => {
    const { settings } = changeDraft(branded, { do: 'disclose', on: false }, 9).content;
    expect([settings.discloses, settings.yourBrand, settings.brandedContent]).toEqual([false, false, false]);
  });

  it('another account means choosing privacy and interactions anew', () => {
    const draft = having(
      { do: 'account', accountId: 'a' },
      { do: 'privacy', privacy: 'PUBLIC_TO_EVERYONE' },
      { do: 'allow', what: 'allowComment', allowed: true },
      { do: 'account', accountId: 'b' },
    );
    expect(draft.content.settings).toEqual(untouchedSettings);
  });
});

describe('writing', () => {
  it('the page may suggest words until the person has written', () => {
    const suggested = having({ do: 'suggest-words', caption: 'from the page', title: '' });
    expect(suggested.content.caption).toBe('from the page');
    const own = changeDraft(suggested, { do: 'write', caption: 'mine' }, 9);
    expect(changeDraft(own, { do: 'suggest-words', caption: 'again', title: '' }, 10)).toBe(own);
  });
});

const files = (...names: string[]): DraftChange => ({
  do: 'add',
  media: names.map((name) => ({
    id: name,
    kind: 'video',
    source: { from: 'stash', key: name, name: `${name}.mp4`, size: 1, type: 'video/mp4' },
  })),
  captions: names.map((name) => `About ${name}`),
});
const posts = (draft: Draft) => contentsOf(draft).map(({ media: [one], caption }) => [one?.id, caption]);

describe('several videos', () => {
  it('become a post each, with words of their own and the choices they share', () => {
    const draft = having(
      files('a', 'b', 'c'),
      { do: 'privacy', privacy: 'PUBLIC_TO_EVERYONE' },
      { do: 'cover-frame', ms: 900 },
      { do: 'write-post', id: 'b', caption: 'The second' },
    );
    expect(posts(draft)).toEqual([
      ['a', 'About a'],
      ['b', 'The second'],
      ['c', 'About c'],
    ]);
    const [first, second] = contentsOf(draft);
    expect(second?.settings.privacy).toBe('PUBLIC_TO_EVERYONE');
    // A cover frame is one video's own.
    expect([first?.settings.coverMs, second?.settings.coverMs]).toEqual([900, undefined]);
  });

  it('take the place of what the page suggested, but join the files that were added before', () => {
    const suggested = having({ do: 'toggle', media: media('page', 'video') }, files('a', 'b'));
    expect(posts(suggested).map(([id]) => id)).toEqual(['a', 'b']);
    expect(posts(changeDraft(suggested, files('c', 'a'), 9)).map(([id]) => id)).toEqual(['a', 'b', 'c']);
    expect(posts(having(files('a'), files('b'))).map(([id]) => id)).toEqual(['a', 'b']);
  });

  it('of a page are gathered once several are wanted, each with the words that stood there', () => {
    const pressed = (id: string): DraftChange => ({ do: 'toggle', media: media(id, 'video') });
    const several = [
      pressed('a'),
      { do: 'write', caption: 'From the shop' },
      { do: 'several', on: true },
      pressed('b'),
      pressed('c'),
    ] satisfies DraftChange[];
    expect(posts(having(...several))).toEqual([
      ['a', 'From the shop'],
      ['b', 'From the shop'],
      ['c', 'From the shop'],
    ]);
    expect(posts(having(...several, pressed('a'))).map(([id]) => id)).toEqual(['b', 'c']);
    expect(posts(having(...several, { do: 'several', on: false })).map(([id]) => id)).toEqual(['a']);
  });

  it('lose one without losing the words of the next', () => {
    const draft = having(
      files('a', 'b'),
      { do: 'write-post', id: 'b', caption: 'Stays' },
      { do: 'remove', id: 'a' },
    );
    expect(posts(draft)).toEqual([['b', 'Stays']]);
  });

  it('and photos added to them are posts as well: nothing is left out', () => {
    expect(posts(having(files('a', 'b'), photos('p', 'q'))).map(([id]) => id)).toEqual(['a', 'b', 'p', 'q']);
    const mixed: DraftChange = { do: 'add', media: [media('v', 'video'), media('p', 'photo')] };
    expect(contentsOf(having(mixed)).map(({ kind }) => kind)).toEqual(['video', 'photo']);
    // A person's own photos do not go because a video comes.
    expect(posts(having(photos('p', 'q'), files('v'))).map(([id]) => id)).toEqual(['p', 'q', 'v']);
  });
});

describe('photos as posts of their own', () => {
  const gathered = [photos('a', 'b', 'c'), { do: 'write', caption: 'Glaze', title: 'Three' }] as const;
  const apart = having(...gathered, { do: 'several', on: true });

  it('each takes the words along that stood there, and none of the choices of a video', () => {
    const contents = contentsOf(
      having(...gathered, { do: 'several', on: true }, { do: 'allow', what: 'allowDuet', allowed: true }),
    );
    expect(contents.map(({ kind, title, caption, media: [one] }) => [kind, one?.id, title, caption])).toEqual(
      [
        ['photo', 'a', 'Three', 'Glaze'],
        ['photo', 'b', 'Three', 'Glaze'],
        ['photo', 'c', 'Three', 'Glaze'],
      ],
    );
    expect(contents.some(({ settings }) => settings.allowDuet)).toBe(false);
  });

  it('go together again as one post, and come apart with the words each had', () => {
    const written = changeDraft(apart, { do: 'write-post', id: 'b', caption: 'Second', title: 'B' }, 9);
    const together = changeDraft(written, { do: 'several', on: false }, 10);
    expect(ids(together)).toEqual(['a', 'b', 'c']);
    expect(waitingAside(together)).toBe(0);
    const again = changeDraft(together, { do: 'several', on: true }, 11);
    expect(contentsOf(again).map(({ title, caption }) => [title, caption])).toEqual([
      ['Three', 'Glaze'],
      ['B', 'Second'],
      ['Three', 'Glaze'],
    ]);
    // What was taken out of the one post stays out.
    const fewer = changeDraft(together, { do: 'remove', id: 'b' }, 11);
    expect(posts(changeDraft(fewer, { do: 'several', on: true }, 12)).map(([id]) => id)).toEqual(['a', 'c']);
  });

  it('become short films together, where photos have no way', () => {
    const films = contentsOf(
      having(photos('a', 'b'), { do: 'several', on: true }, { do: 'slideshow', on: true }),
    );
    expect(films.map(({ kind, slideshow }) => [kind, slideshow])).toEqual([
      ['video', usualSlideshow],
      ['video', usualSlideshow],
    ]);
    expect(
      contentsOf(
        having(
          ...gathered,
          { do: 'several', on: true },
          { do: 'slideshow', on: true },
          { do: 'slideshow', on: false },
        ),
      ).map(({ kind }) => kind),
    ).toEqual(['photo', 'photo', 'photo']);
  });
});

describe('one post again', () => {
  const three = having(files('a', 'b', 'c'), { do: 'write-post', id: 'b', caption: 'Mine' });
  const one = changeDraft(three, { do: 'several', on: false }, 9);

  it('sets the others aside, and brings them back with their words', () => {
    expect(posts(one)).toEqual([['a', 'About a']]);
    expect(waitingAside(one)).toBe(2);
    const edited = changeDraft(one, { do: 'write', caption: 'Changed meanwhile' }, 10);
    expect(posts(changeDraft(edited, { do: 'several', on: true }, 11))).toEqual([
      ['a', 'Changed meanwhile'],
      ['b', 'Mine'],
      ['c', 'About c'],
    ]);
    expect(waitingAside(changeDraft(one, { do: 'forget-aside' }, 10))).toBe(0);
  });

  it('leaves them as the next draft once it was sent, with who may see them asked anew', () => {
    const sent = changeDraft(one, { do: 'privacy', privacy: 'PUBLIC_TO_EVERYONE' }, 10);
    const next = leftOver(sent, 'next', 11);
    expect(next && posts(next)).toEqual([
      ['b', 'Mine'],
      ['c', 'About c'],
    ]);
    expect(next?.content.settings.privacy).toBeUndefined();
    expect(next?.aside).toBeUndefined();
    expect(leftOver(three, 'next', 11)).toBeUndefined();
  });
});

describe('one of several', () => {
  const two = having(files('a', 'b'), { do: 'privacy', privacy: 'PUBLIC_TO_EVERYONE' });
  const settings = (draft: Draft) => contentsOf(draft).map((content) => content.settings);

  it('has an audience, a cover frame and a part of its own', () => {
    for (const id of ['a', 'b']) {
      const changed: DraftChange[] = [
        { do: 'post-privacy', id, privacy: 'SELF_ONLY' },
        { do: 'cover-frame', id, ms: 700 },
        { do: 'trim', id, trim: { start: 1, end: 4 } },
      ];
      const draft = changed.reduce((old: Draft, change) => changeDraft(old, change, 9), two);
      const at = id === 'a' ? 0 : 1;
      expect(settings(draft)[at]).toMatchObject({ privacy: 'SELF_ONLY', coverMs: 700 });
      expect(settings(draft)[1 - at]).toMatchObject({ privacy: 'PUBLIC_TO_EVERYONE' });
      expect(settings(draft)[1 - at]?.coverMs).toBeUndefined();
      expect(contentsOf(draft)[at]?.media[0]?.trim).toEqual({ start: 1, end: 4 });
      const asAll = changeDraft(draft, { do: 'post-privacy', id }, 10);
      expect(settings(asAll)[at]?.privacy).toBe('PUBLIC_TO_EVERYONE');
      // Chosen for one creator, it is not meant for another.
      const other = changeDraft(draft, { do: 'account', accountId: 'other' }, 10);
      expect(settings(other).map(({ privacy }) => privacy)).toEqual([undefined, undefined]);
    }
  });

  it('goes to another place with all that is its own', () => {
    const own = having(
      files('a', 'b', 'c'),
      { do: 'post-privacy', id: 'a', privacy: 'SELF_ONLY' },
      { do: 'cover-frame', id: 'a', ms: 700 },
      { do: 'write-post', id: 'c', caption: 'Third' },
      { do: 'privacy', privacy: 'PUBLIC_TO_EVERYONE' },
    );
    const sent = (draft: Draft) =>
      contentsOf(draft).map(({ media: [one], caption, settings: { privacy, coverMs } }) => [
        one?.id,
        caption,
        privacy,
        coverMs,
      ]);
    const [first, second, third] = sent(own);
    expect(sent(changeDraft(own, { do: 'move', id: 'a', to: 2 }, 9))).toEqual([second, third, first]);
    expect(sent(changeDraft(own, { do: 'move', id: 'c', to: 0 }, 9))).toEqual([third, first, second]);
    expect(sent(changeDraft(own, { do: 'move', id: 'gone', to: 0 }, 9))).toEqual([first, second, third]);
  });

  it('for nobody else keeps all of them from being branded', () => {
    const hidden = having(
      files('a', 'b'),
      { do: 'post-privacy', id: 'b', privacy: 'SELF_ONLY' },
      { do: 'disclose', on: true },
    );
    const branded = changeDraft(hidden, { do: 'brand', what: 'brandedContent', on: true }, 9);
    expect(branded.content.settings.brandedContent).toBe(false);
    const other = having(
      files('a', 'b'),
      { do: 'disclose', on: true },
      { do: 'brand', what: 'brandedContent', on: true },
    );
    expect(changeDraft(other, { do: 'post-privacy', id: 'b', privacy: 'SELF_ONLY' }, 9)).toBe(other);
  });
});

const anyChange: fc.Arbitrary<DraftChange> = fc.oneof(
  fc.record({
    do: fc.constant('toggle' as const),
    media: fc
      .record({ id: fc.constantFrom('a', 'b', 'c'), kind: fc.constantFrom('video', 'photo') })
      .map(({ id, kind }) => media(`${kind}-${id}`, kind as 'video' | 'photo')),
  }),
  fc.constantFrom(files('v-a', 'v-b'), files('v-c'), photos('photo-c')),
  fc.record({ do: fc.constant('several' as const), on: fc.boolean() }),
  fc.constantFrom(photos('p-a', 'p-b'), { do: 'forget-aside' as const }),
  fc.constant<DraftChange>({ do: 'add', media: [media('v-d', 'video'), media('p-d', 'photo')] }),
  fc.record({
    do: fc.constant('post-privacy' as const),
    id: fc.constantFrom('v-a', 'photo-a'),
    privacy: fc.constantFrom('SELF_ONLY', 'PUBLIC_TO_EVERYONE', undefined),
  }),
  fc.record({
    do: fc.constant('write-post' as const),
    id: fc.constantFrom('v-a', 'v-b', 'video-a'),
    caption: fc.string(),
  }),
  fc.record({ do: fc.constant('remove' as const), id: fc.constantFrom('v-a', 'v-b', 'video-b') }),
  fc.record({
    do: fc.constant('move' as const),
    id: fc.constantFrom('photo-a', 'photo-b', 'v-a', 'v-b'),
    to: fc.nat(5),
  }),
  fc.record({ do: fc.constant('cover' as const), id: fc.constantFrom('photo-a', 'photo-b') }),
  fc.record({ do: fc.constant('slideshow' as const), on: fc.boolean() }),
  fc.record({ do: fc.constant('remove' as const), id: fc.constantFrom('photo-a', 'video-a') }),
  fc.record({ do: fc.constant('write' as const), caption: fc.string() }),
  fc.record({ do: fc.constant('disclose' as const), on: fc.boolean() }),
  fc.record({
    do: fc.constant('brand' as const),
    what: fc.constantFrom('yourBrand' as const, 'brandedContent' as const),
    on: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('privacy' as const),
    privacy: fc.constantFrom('SELF_ONLY', 'PUBLIC_TO_EVERYONE'),
  }),
  fc.record({
    do: fc.constant('allow' as const),
    what: fc.constantFrom('allowComment' as const, 'allowDuet' as const),
    allowed: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('rights' as const),
    answer: fc.constantFrom('mine' as const, 'permitted' as const),
  }),
);

/** As a message carries it. */
const told = (change: DraftChange): unknown => JSON.parse(JSON.stringify(change));

describe('whatever a person does', () => {
  it('the draft stays one TikTok could take, and whoever is told of it comes to the same', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 40 }), (changes) => {
        let draft = blank;
        let mirror = blank;
        for (const [at, change] of changes.entries()) {
          const next = changeDraft(draft, change, at + 1);
          mirror = changeDraft(mirror, DraftChange.parse(told(change)), at + 1);
          draft = next;
          const { kind, media: chosen, settings } = draft.content;
          const mediaKind = draft.content.slideshow ? 'photo' : kind;
          expect(chosen.every((one) => one.kind === mediaKind)).toBe(true);
          if (draft.content.slideshow) expect(kind).toBe('video');
          else if (kind === 'video') expect(chosen.length).toBeLessThanOrEqual(1);
          expect(settings.coverIndex).toBeLessThan(Math.max(1, chosen.length));
          expect(settings.brandedContent && settings.privacy === 'SELF_ONLY').toBe(false);
          if (!settings.discloses) expect(settings.yourBrand || settings.brandedContent).toBe(false);
          const ids = allMedia(draft).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          if (draft.batch && draft.batch.more.length > 0) expect(chosen).toHaveLength(1);
          for (const one of contentsOf(draft)) {
            if (one.kind === 'photo') expect(one.settings.allowDuet || one.settings.allowStitch).toBe(false);
            if (one.kind === 'video') expect(one.settings.autoMusic).toBe(false);
            if (one.settings.brandedContent) expect(one.settings.privacy).not.toBe('SELF_ONLY');
            expect(one.media.every((item) => item.kind === (one.slideshow ? 'photo' : one.kind))).toBe(true);
          }
          // Switching between one and several, and back, loses none of them.
          const there = new Set(allMedia(draft).map(({ id }) => id));
          if (draft.batch && there.size <= 35) {
            const back = [false, true].reduce(
              (old, on) => changeDraft(old, { do: 'several', on }, at + 2),
              draft,
            );
            expect(new Set(allMedia(back).map(({ id }) => id))).toEqual(there);
          }
        }
        expect(mirror).toEqual(draft);
      }),
    );
  });
});

describe('their own file of a video that cannot be taken', () => {
  const original = { why: 'policy-refused', title: 'Tide vase' } as const;
  const file = media('file', 'video');
  const suggest: DraftChange = { do: 'suggest-original', media: file };

  it('is taken by itself only where one is wanted and nothing was chosen', () => {
    expect(ids(having({ do: 'want-original', original }, suggest))).toEqual(['file']);
    expect(ids(having(suggest))).toEqual([]);
    expect(ids(having({ do: 'want-original', original }, photos('a'), suggest))).toEqual(['a']);
  });

  it('is not taken again after “Not this one”, but may be chosen', () => {
    const refused = having({ do: 'want-original', original }, suggest, { do: 'refuse-original' }, suggest);
    expect(ids(refused)).toEqual([]);
    expect(ids(changeDraft(refused, { do: 'add', media: [file] }, 9))).toEqual(['file']);
  });
});
