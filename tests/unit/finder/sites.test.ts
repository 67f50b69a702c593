import { describe, expect, it } from 'vitest';
import { readPageData } from '../../../lib/finder/page-data';
import { sites } from '../../../lib/finder/sites';
import { codeOf, keyOf } from '../../../lib/finder/sites/instagram';
import { knownSites } from '../../../lib/finder/sites/known-sites';
import { readTweetDetail } from '../../../lib/finder/sites/x';
import { videoIdOf } from '../../../lib/finder/sites/youtube';
import { fixture, look, urlsOf } from './page-of';

it('every known address has its reader, asked in the same order', () => {
  expect(sites.map(({ name, matches }) => [name, matches])).toEqual(Object.entries(knownSites));
});

describe('YouTube', () => {
  const watch = 'https://www.youtube.com/watch?v=kilnFilm001';

  it('offers words, thumbnail and the video’s id, and no stream', () => {
    const found = look(fixture('youtube.html'), watch);
    expect(found).toMatchObject({ site: 'youtube', videoId: 'kilnFilm001', ownedByViewer: true });
    expect(found.findings).toMatchObject([
      {
        kind: 'photo',
        urls: [
          'https://i.ytimg.com/vi/kilnFilm001/sddefault.jpg',
          'https://i.ytimg.com/vi/kilnFilm001/hqdefault.jpg',
        ],
      },
      { kind: 'video', status: 'policy-refused', urls: [], duration: 138 },
    ]);
    expect(found.material).toMatchObject({
      title: 'Throwing the tide vase',
      author: 'Fern & Clay',
      handle: '@fernandclay',
      hashtags: ['pottery', 'tidevase', 'porto'],
      url: watch,
    });
    expect(JSON.stringify(found)).not.toContain('googlevideo');
  });

  it('believes the address, not the page that was loaded first', () => {
    const found = look(fixture('youtube.html'), 'https://www.youtube.com/watch?v=kilnFilm002', {
      pageData: {
        players: [
          { videoDetails: { videoId: 'kilnFilm001', title: 'Stale' } },
          {
            videoDetails: {
              videoId: 'kilnFilm002',
              title: 'The second firing',
              lengthSeconds: '61',
              author: 'Fern & Clay',
              isOwnerViewing: false,
            },
          },
        ],
      },
    });
    expect(found.material.title).toBe('The second firing');
    expect(found).toMatchObject({ videoId: 'kilnFilm002', ownedByViewer: false });
    expect(found.findings[0]?.urls[0]).toBe('https://i.ytimg.com/vi/kilnFilm002/maxresdefault.jpg');
  });

  it('says nothing of another video where nothing is known of this one', () => {
    const found = look(fixture('youtube.html'), 'https://www.youtube.com/shorts/kilnFilm003');
    expect(found.material).not.toMatchObject({ title: 'Throwing the tide vase' });
    expect(found.material.description).toBeUndefined();
    expect(found.material.url).toBe('https://www.youtube.com/shorts/kilnFilm003');
  });

  it('offers nothing of a video that is gone', () => {
    const gone =
      '<title> - YouTube</title><script>var ytInitialPlayerResponse = {"playabilityStatus":{"status":"ERROR","reason":"Video unavailable"}};</script>';
    expect(look(gone, watch)).toMatchObject({ findings: [], notice: 'nothing-found' });
  });

  it.each([
    ['https://youtu.be/kilnFilm001?t=3', 'kilnFilm001'],
    ['https://www.youtube.com/live/kilnFilm001', 'kilnFilm001'],
    ['https://www.youtube.com/embed/kilnFilm001', 'kilnFilm001'],
    ['https://m.youtube.com/watch?list=x&v=kilnFilm001', 'kilnFilm001'],
    ['https://www.youtube.com/@fernandclay', undefined],
    ['https://www.youtube.com/feed/subscriptions', undefined],
  ])('reads the id out of %s', (address, id) => {
    expect(videoIdOf(new URL(address))).toBe(id);
  });

  it('copies from the page’s own scripts only what is needed, and survives what throws', () => {
    const lying = {
      get videoDetails() {
        throw new Error('no');
      },
    };
    const window = {
      location: { hostname: 'www.youtube.com' },
      document: {
        querySelector: () => ({
          getPlayerResponse: () => ({
            videoDetails: { videoId: 'a' },
            streamingData: { url: 'https://x.googlevideo.com' },
          }),
        }),
      },
      ytInitialPlayerResponse: lying,
    };
    const data = JSON.stringify(readPageData(window as unknown as Window));
    expect(data).toContain('"videoId":"a"');
    expect(data).not.toContain('googlevideo');
  });
});

describe('Instagram', () => {
  const post = 'https://www.instagram.com/p/DeFernVase1/';

  it('takes a carousel in its order, uncropped, and not the author’s other posts', () => {
    const found = look(fixture('instagram-carousel.html'), post);
    expect(found.findings.map(({ kind }) => kind)).toEqual(['photo', 'video', 'photo']);
    expect(urlsOf(found).map((url) => /\/(\w+)_n/.exec(url)?.[1])).toEqual(['one', 'two', 'three']);
    expect(found.findings[0]?.urls[0]).not.toContain('c288.0');
    expect(found.findings[1]).toMatchObject({ duration: 72 });
    expect(found.material).toMatchObject({
      author: 'fern.clay',
      handle: '@fern.clay',
      hashtags: ['stoneware', 'Porto'],
    });
    expect(JSON.stringify(found.findings)).not.toContain('another');
  });

  it('is not led astray by the page it came from', () => {
    const found = look(fixture('instagram-carousel.html'), 'https://www.instagram.com/reel/DeOtherReel/');
    expect(found.findings).toEqual([]);
    expect(found.material.description).toBeUndefined();
  });

  it('reads the answer to its one question', () => {
    const item = {
      code: 'DeOtherReel',
      user: { username: 'fern.clay', pk: '1' },
      caption: { text: 'New #reel' },
      video_versions: [{ url: 'https://scontent.cdninstagram.com/o1/v/reel_n.mp4?oe=6AC7EBEB', width: 720 }],
      video_duration: 12.5,
    };
    const found = look(fixture('instagram-carousel.html'), 'https://www.instagram.com/reel/DeOtherReel/', {
      answer: { items: [item] },
    });
    expect(found.findings).toMatchObject([{ kind: 'video', duration: 12.5, width: 720 }]);
    expect(found.material.hashtags).toEqual(['reel']);
  });

  it('says that it met a sign-in wall', () => {
    const wall =
      '<title>Instagram</title><script type="application/json" data-sjs>{"canonicalRouteName":"comet.igweb.PolarisCAAIGLoginHomepageRoute"}</script>';
    expect(look(wall, post)).toMatchObject({ notice: 'sign-in-wall', findings: [] });
  });

  it('reads codes and their numbers', () => {
    expect(keyOf('DeBJRyaDIyP')).toBe('3999518748855536783');
    expect(keyOf('DdG4RIxIPyf')).toBe('3983118388705688735');
    expect(codeOf('/fern.clay/reel/DeBJRyaDIyP/')).toBe('DeBJRyaDIyP');
    expect(codeOf('/p/DeBJRyaDIyPabcdefghijklmnopqrstuvwxyz/')).toBe('DeBJRyaDIyP');
    expect(codeOf('/fern.clay/')).toBeUndefined();
  });

  it('reads the older data: a carousel in its order, with caption and owner, and no other post', () => {
    const node = (name: string, film = {}) => ({
      node: {
        shortcode: `${name}-child`,
        display_url: `https://scontent.cdninstagram.com/v/${name}_n.jpg?oh=1`,
        display_resources: [
          { src: `https://scontent.cdninstagram.com/v/s640x640/${name}_n.jpg?oh=2`, config_width: 640 },
          { src: `https://scontent.cdninstagram.com/v/${name}_n.jpg?oh=1`, config_width: 1080 },
        ],
        ...film,
      },
    });
    const post = {
      shortcode: 'BkilnVase01',
      display_url: 'https://scontent.cdninstagram.com/v/one_n.jpg?oh=1',
      owner: { id: '7', username: 'fernandclay' },
      edge_media_to_caption: { edges: [{ node: { text: 'Two vases #raku' } }] },
      edge_sidecar_to_children: {
        edges: [
          node('one'),
          node('two', { video_url: 'https://scontent.cdninstagram.com/v/two.mp4', video_duration: 9 }),
        ],
      },
      edge_web_media_to_related_media: { edges: [node('other')] },
    };
    for (const script of [
      `window._sharedData = ${JSON.stringify({ entry_data: { PostPage: [{ graphql: { shortcode_media: post } }] } })};`,
      `window.__additionalDataLoaded('/p/BkilnVase01/',${JSON.stringify({ graphql: { shortcode_media: post } })});`,
    ]) {
      const found = look(`<script>${script}</script>`, 'https://www.instagram.com/p/BkilnVase01/');
      expect(found.findings).toMatchObject([
        {
          kind: 'photo',
          urls: [
            'https://scontent.cdninstagram.com/v/one_n.jpg?oh=1',
            'https://scontent.cdninstagram.com/v/s640x640/one_n.jpg?oh=2',
          ],
        },
        { kind: 'video', duration: 9, urls: ['https://scontent.cdninstagram.com/v/two.mp4'] },
      ]);
      expect(found.findings).toHaveLength(2);
      expect(found.material).toMatchObject({
        description: 'Two vases #raku',
        hashtags: ['raku'],
        handle: '@fernandclay',
      });
    }
  });
});

describe('X', () => {
  it('knows whose status it is by the address, where the page holds only its head', () => {
    const head =
      '<meta property="og:video" content="https://video.twimg.com/ext_tw_video/1/pu/vid/720x1280/a.mp4"><meta property="og:description" content="One breath #glass">';
    const found = look(head, 'https://x.com/glassblower/status/1790000000000000001');
    expect(found.material).toMatchObject({ handle: '@glassblower', hashtags: ['glass'] });
    expect(urlsOf(found)).toEqual(['https://video.twimg.com/ext_tw_video/1/pu/vid/720x1280/a.mp4']);
  });

  const status = 'https://x.com/fernclay/status/1700000000000000001';

  it('takes the tweet’s own pictures, not the quoted one’s, the avatar or the general card', () => {
    const found = look(fixture('x-status.html'), status);
    expect(urlsOf(found)).toEqual([
      'https://pbs.twimg.com/media/OwnPicture1?format=jpg&name=orig',
      'https://pbs.twimg.com/media/OwnPicture2?format=jpg&name=orig',
    ]);
    expect(found.material).toMatchObject({ author: 'fernclay', handle: '@fernclay', hashtags: ['clay'] });
  });

  it('takes the film of most bits out of the site’s own answer', () => {
    const variants = [
      { content_type: 'application/x-mpegURL', url: 'https://video.twimg.com/a.m3u8' },
      { content_type: 'video/mp4', bitrate: 632_000, url: 'https://video.twimg.com/v/320x568/a.mp4' },
      { content_type: 'video/mp4', bitrate: 2_176_000, url: 'https://video.twimg.com/v/720x1280/b.mp4' },
    ];
    const tweet = (id: string) => ({
      rest_id: id,
      core: { user_results: { result: { core: { screen_name: 'fernclay' } } } },
      legacy: {
        full_text: 'Look https://t.co/x',
        extended_entities: { media: [{ video_info: { duration_millis: 9_500, variants } }] },
      },
    });
    const reading = readTweetDetail({ data: [tweet('2'), { deep: tweet('1') }] }, '1');
    expect(reading?.sightings).toMatchObject([
      { duration: 9.5, copies: [{ width: 720, height: 1280 }, { width: 320 }] },
    ]);
    expect(reading?.material).toMatchObject({ description: 'Look', author: 'fernclay' });
    expect(readTweetDetail({ data: [tweet('2')] }, '1')).toBeUndefined();
  });
});

describe('the others', () => {
  it('reads Reddit’s older pages: the post’s own picture, or its stream, and nothing of the comments', () => {
    const box = (attributes: string, inside: string) =>
      `<div class="thing" data-fullname="t3_1abcd2" data-author="kilnhand" ${attributes}><a class="title" href="/x">First raku</a>${inside}</div>
       <div class="thing comment"><img src="https://preview.redd.it/comment.jpeg?width=800" width="800" height="800"></div>`;
    const url = 'https://old.reddit.com/r/pottery/comments/1abcd2/first_raku/';
    const picture = look(box('data-url="https://i.redd.it/9raku.jpeg"', ''), url);
    expect(picture).toMatchObject({
      site: 'reddit',
      material: { title: 'First raku', handle: 'u/kilnhand' },
    });
    expect(urlsOf(picture)).toEqual(['https://i.redd.it/9raku.jpeg']);
    const film = look(
      box(
        'data-url="https://v.redd.it/ab12"',
        '<div data-hls-url="https://v.redd.it/ab12/HLSPlaylist.m3u8?a=1" data-seek-preview-url="https://v.redd.it/ab12/DASH_96.mp4"></div>',
      ),
      url,
    );
    expect(film.findings).toMatchObject([
      { kind: 'video', status: 'hls', urls: ['https://v.redd.it/ab12/HLSPlaylist.m3u8?a=1'] },
    ]);
  });

  it('Reddit: a gallery by its slots; not the comments’ and the advert’s pictures', () => {
    const found = look(
      fixture('reddit-gallery.html'),
      'https://www.reddit.com/r/pottery/comments/1abcde/vases/',
    );
    expect(urlsOf(found)).toEqual([
      expect.stringContaining('vases-v0-first1'),
      expect.stringContaining('vases-v0-second'),
    ]);
    expect(found.material).toMatchObject({ title: 'Two vases [OC]', author: 'fernclay' });
  });

  it('Reddit: the film with sound, largest first', () => {
    const packaged = JSON.stringify({
      playbackMp4s: {
        duration: 31,
        permutations: [
          {
            source: {
              url: 'https://packaged-media.redd.it/a/480.mp4',
              dimensions: { width: 480, height: 854 },
            },
          },
          {
            source: {
              url: 'https://packaged-media.redd.it/a/720.mp4',
              dimensions: { width: 720, height: 1280 },
            },
          },
        ],
      },
    });
    const html = `<shreddit-post id="t3_1abcde" post-title="Spin" author="fernclay"><shreddit-player src="https://v.redd.it/a/HLSPlaylist.m3u8" packaged-media-json='${packaged}'></shreddit-player></shreddit-post>`;
    expect(look(html, 'https://www.reddit.com/r/pottery/comments/1abcde/').findings).toMatchObject([
      {
        kind: 'video',
        duration: 31,
        urls: ['https://packaged-media.redd.it/a/720.mp4', 'https://packaged-media.redd.it/a/480.mp4'],
      },
    ]);
  });

  it('Pinterest: the pin of the address among its neighbours', () => {
    const pins = {
      '777': {
        id: '777',
        images: { orig: { url: 'https://i.pinimg.com/originals/aa/bb/own.jpg', width: 1000, height: 1500 } },
      },
      '888': { id: '888', images: { orig: { url: 'https://i.pinimg.com/originals/cc/dd/other.jpg' } } },
    };
    const html = `<script id="__PWS_INITIAL_PROPS__" type="application/json">${JSON.stringify({ initialReduxState: { pins } })}</script><img src="https://i.pinimg.com/736x/cc/dd/other.jpg">`;
    expect(urlsOf(look(html, 'https://www.pinterest.com/pin/777/'))).toEqual([
      'https://i.pinimg.com/originals/aa/bb/own.jpg',
    ]);
  });

  it('Tumblr: the post’s blocks, and not the notes', () => {
    const post = {
      id: '165000000001',
      blogName: 'fern-clay',
      tags: ['pottery', 'wheel thrown'],
      content: [
        {
          type: 'image',
          altText: 'A vase',
          media: [{ url: 'https://64.media.tumblr.com/a/b-1/s2048x3072/x.jpg', width: 2048, height: 3072 }],
        },
      ],
    };
    const html = `<script>window['___INITIAL_STATE___'] = ${JSON.stringify({ q: [post] })};</script><ol class="notes"><img src="https://64.media.tumblr.com/avatar_1/s16x16u_c1/y.jpg"></ol>`;
    const found = look(html, 'https://www.tumblr.com/fern-clay/165000000001');
    expect(found.findings).toMatchObject([{ alt: 'A vase', width: 2048 }]);
    expect(found.material).toMatchObject({ author: 'fern-clay', hashtags: ['pottery', 'wheelthrown'] });
  });

  it('Bluesky: the post’s own picture, at full size, not the replies’', () => {
    const img = (name: string) =>
      `<img src="https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:a/${name}@jpeg">`;
    const html = `<meta property="og:url" content="https://bsky.app/profile/fern.bsky.social/post/3abc"><main><div data-testid="postThreadItem-by-fern.bsky.social">${img('own')}</div><div data-testid="postThreadItem-by-other.bsky.social">${img('reply')}</div></main>`;
    expect(urlsOf(look(html, 'https://bsky.app/profile/fern.bsky.social/post/3abc'))).toEqual([
      'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:a/own@jpeg',
    ]);
  });

  it('Threads: the post of the code, as on Instagram', () => {
    const block = {
      thread_items: [
        {
          post: {
            code: 'DAbc',
            user: { username: 'fern.clay' },
            caption: { text: 'A #vase' },
            image_versions2: {
              candidates: [
                { url: 'https://scontent.cdninstagram.com/v/own_n.jpg', width: 1080, height: 1350 },
              ],
            },
          },
        },
        {
          post: {
            code: 'DXyz',
            image_versions2: { candidates: [{ url: 'https://scontent.cdninstagram.com/v/reply_n.jpg' }] },
          },
        },
      ],
    };
    const found = look(
      `<script type="application/json" data-sjs>${JSON.stringify(block)}</script>`,
      'https://www.threads.com/@fern.clay/post/DAbc',
    );
    expect(urlsOf(found)).toEqual(['https://scontent.cdninstagram.com/v/own_n.jpg']);
    expect(found.material.handle).toBe('@fern.clay');
  });

  it('Facebook: the film of the id; a feed chooses none', () => {
    const html = `<script type="application/json">${JSON.stringify({ a: { id: '1234567', browser_native_hd_url: 'https://video.xx.fbcdn.net/hd.mp4?oe=6AC7EBEB', browser_native_sd_url: 'https://video.xx.fbcdn.net/sd.mp4' }, b: { id: '7654321', browser_native_hd_url: 'https://video.xx.fbcdn.net/other.mp4' } })}</script><video src="blob:https://www.facebook.com/1"></video>`;
    expect(look(html, 'https://www.facebook.com/fern/videos/1234567/').findings).toMatchObject([
      { urls: ['https://video.xx.fbcdn.net/hd.mp4?oe=6AC7EBEB', 'https://video.xx.fbcdn.net/sd.mp4'] },
    ]);
    expect(look(html, 'https://www.facebook.com/').findings).toEqual([]);
  });

  it('Vimeo: the words and the picture; the film is its player’s', () => {
    const html =
      '<meta property="og:title" content="Tide"><meta property="og:image" content="https://i.vimeocdn.com/video/1-abcd_1280"><video src="blob:https://vimeo.com/1"></video>';
    const found = look(html, 'https://vimeo.com/76979871');
    expect(found.findings).toMatchObject([
      { kind: 'photo' },
      { kind: 'video', status: 'embed-only', urls: [] },
    ]);
  });

  it('TED: the player’s files, not the page that JSON-LD calls one', () => {
    const playerData = JSON.stringify({
      duration: 600,
      resources: {
        h264: [
          { bitrate: 320, file: 'https://py.tedcdn.com/t-320k.mp4' },
          { bitrate: 1500, file: 'https://py.tedcdn.com/t-1500k.mp4' },
        ],
      },
    });
    const html = `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { videoData: { playerData } } } })}</script>`;
    expect(look(html, 'https://www.ted.com/talks/a_talk').findings[0]).toMatchObject({
      duration: 600,
      urls: ['https://py.tedcdn.com/t-1500k.mp4', 'https://py.tedcdn.com/t-320k.mp4'],
    });
  });

  it('Shopify: the product’s own media, by its answer', () => {
    const shop =
      '<link rel="preload" href="https://cdn.shopify.com/x.js"><main><h1>Vase</h1><img src="/cdn/shop/files/menu-product-of-others.jpg" width="900" height="900"></main>';
    const answer = {
      handle: 'tide-vase',
      images: [],
      media: [
        {
          media_type: 'video',
          duration: 8_000,
          sources: [
            { url: 'https://shop.example/cdn/shop/v-480.mp4', height: 480 },
            { url: 'https://shop.example/cdn/shop/v-720.mp4', height: 720 },
          ],
        },
        {
          media_type: 'image',
          src: 'https://shop.example/cdn/shop/files/a.jpg',
          width: 2000,
          height: 2000,
          alt: 'A',
        },
      ],
    };
    const found = look(shop, 'https://shop.example/products/tide-vase', { answer });
    expect(found.findings).toMatchObject([
      {
        kind: 'video',
        duration: 8,
        urls: ['https://shop.example/cdn/shop/v-720.mp4', 'https://shop.example/cdn/shop/v-480.mp4'],
      },
      { kind: 'photo', alt: 'A' },
    ]);
    expect(
      urlsOf(
        look(shop, 'https://shop.example/products/tide-vase', { answer: { handle: 'other', media: [] } }),
      ),
    ).toEqual(['https://shop.example/cdn/shop/files/menu-product-of-others.jpg']);
  });

  it('WordPress: the featured picture and the post’s own, at the size they were uploaded', () => {
    const found = look(fixture('wordpress.html'), 'https://blog.example/2026/05/a-glaze-notebook/');
    expect(urlsOf(found)).toEqual([
      'https://blog.example/wp-content/uploads/2026/05/glaze-notebook.jpg',
      'https://blog.example/wp-content/uploads/2026/05/test-tiles-scaled.jpg',
    ]);
    expect(found.material.author).toBe('Ana Fern');
  });

  it('TikTok: offers nothing, and says so', () => {
    const html =
      '<meta property="og:image" content="https://p16.tiktokcdn.com/a.jpg"><video src="https://v.tiktok.com/a.mp4"></video>';
    expect(look(html, 'https://www.tiktok.com/@fern/video/1')).toMatchObject({
      findings: [],
      notice: 'tiktok-itself',
    });
  });
});
