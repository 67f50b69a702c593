import { describe, expect, it } from 'vitest';
import { look, urlsOf } from './page-of';

const at = 'https://kiln.example/journal/tide-vase';
const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>Tide vase</title>${head}</head><body>${body}</body></html>`;
const article = (inside: string, head = '') =>
  page(`<main><article><h1>Tide vase</h1>${inside}</article></main>`, head);

describe('films', () => {
  it('takes the best source of a video: MP4 before WebM, the larger number before the smaller', () => {
    const found = look(
      article(
        '<video><source src="/f/480/a.webm" type="video/webm"><source src="/f/320/a.mp4"><source src="/f/720/a.mp4"></video>',
      ),
      at,
    );
    expect(found.findings[0]).toMatchObject({ kind: 'video', status: 'direct' });
    expect(found.findings[0]?.urls).toEqual([
      'https://kiln.example/f/720/a.mp4',
      'https://kiln.example/f/320/a.mp4',
      'https://kiln.example/f/480/a.webm',
    ]);
  });

  it('knows a player’s page from a file in og:video', () => {
    const head =
      '<meta property="og:video" content="https://www.youtube.com/embed/abcdefghijk"><meta property="og:video:type" content="text/html">';
    const found = look(article('<img src="/a-large-vase.jpg" width="900" height="900">', head), at);
    expect(found.findings.map(({ status, kind }) => [kind, status])).toEqual([
      ['photo', 'direct'],
      ['video', 'embed-only'],
    ]);
  });

  it('pairs og:video with the type that follows it, over doubled blocks', () => {
    const head = `<meta property="og:video" content="https://player.example/embed/9"><meta property="og:video:type" content="text/html">
      <meta property="og:video:secure_url" content="https://cdn.kiln.example/v?id=9"><meta property="og:video:type" content="video/mp4">`;
    expect(urlsOf(look(article('', head), at), 'video')).toEqual(['https://cdn.kiln.example/v?id=9']);
  });

  it('reads contentUrl as an array, and does not take a page for a film', () => {
    const ld = (contentUrl: unknown) =>
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'VideoObject', name: 'Vase', duration: 'PT2M18S', contentUrl })}</script>`;
    const files = look(article('', ld(['https://c.example/v-sd.mp4', 'https://c.example/v-hd.mp4'])), at);
    expect(files.findings[0]).toMatchObject({
      duration: 138,
      urls: ['https://c.example/v-hd.mp4', 'https://c.example/v-sd.mp4'],
    });
    expect(urlsOf(look(article('', ld('https://kiln.example/film/12')), at), 'video')).toEqual([]);
    expect(look(article('', ld('https://cdn.jwplayer.com/previews/u9o8nzJI')), at).findings[0]).toMatchObject(
      {
        status: 'hls',
        urls: ['https://cdn.jwplayer.com/manifests/u9o8nzJI.m3u8'],
      },
    );
  });

  it('says that there is a film where only its player is named', () => {
    const ld =
      '<script type="application/ld+json">{"@type":"VideoObject","name":"Vase","embedUrl":"https://player.kiln.example/9"}</script>';
    expect(look(article('', ld), at).findings).toMatchObject([
      { kind: 'video', status: 'embed-only', urls: [] },
    ]);
    const og =
      '<meta property="og:type" content="video.other"><meta property="og:video" content="https://player.kiln.example/9"><meta property="og:video:type" content="text/html">';
    expect(look(article('', og), at).findings).toMatchObject([
      { kind: 'video', status: 'embed-only', urls: [] },
    ]);
  });

  it('gives a blob: the one file that the head names', () => {
    const head = '<meta property="og:video" content="https://cdn.kiln.example/clip.mp4">';
    const found = look(
      article('<video src="blob:https://kiln.example/1" poster="/p.jpg"></video>', head),
      at,
    );
    expect(found.findings.filter(({ kind }) => kind === 'video')).toMatchObject([
      { status: 'direct', urls: ['https://cdn.kiln.example/clip.mp4'], poster: 'https://kiln.example/p.jpg' },
    ]);
  });

  it('finds behind a blob: the manifest that was asked for, and none of its pieces', () => {
    const resources = [
      'a/master.m3u8',
      'a/720.m3u8',
      'a/seg-1.ts',
      'a/seg-2.ts',
      'ad.doubleclick.net/x.mp4',
    ].map((path) => ({
      name: path.includes('doubleclick') ? `https://${path}` : `https://cdn.kiln.example/${path}`,
    }));
    const found = look(article('<video src="blob:https://kiln.example/1"></video>'), at, { resources });
    expect(found.findings[0]).toMatchObject({
      status: 'hls',
      urls: ['https://cdn.kiln.example/a/master.m3u8'],
    });
  });

  it('offers no watch page as a file, no keep-awake trick, and no empty source', () => {
    const found = look(
      article(
        '<video src="https://www.youtube.com/watch?v=abcdefghijk"></video><video src="data:video/mp4;base64,AAAA"></video><video src=""></video><video src="//:0"></video>',
      ),
      at,
    );
    expect(urlsOf(found, 'video')).toEqual([]);
    expect(found.findings).toMatchObject([
      { status: 'embed-only', poster: 'https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg' },
    ]);
  });

  it('never brings an address of YouTube’s streams, wherever it stands', () => {
    const stream = 'https://rr3---sn-4g5e6n7r.googlevideo.com/videoplayback?expire=1';
    const found = look(
      article(
        `<video src="${stream}"></video><a href="${stream}&x=.mp4">x</a>`,
        `<meta property="og:video" content="${stream}">`,
      ),
      at,
      {
        resources: [{ name: `${stream}&y=.mp4` }],
      },
    );
    expect(JSON.stringify(found)).not.toContain('googlevideo');
  });

  it('puts a silent film that only decorates the page behind its pictures', () => {
    const found = look(
      article(
        '<img src="/vase-in-the-light.jpg" width="900" height="900"><video class="hero-bg" autoplay muted loop src="/bg.mp4"></video>',
      ),
      at,
      { styleOf: () => ({ backgroundImage: 'none', position: 'absolute' }) },
    );
    expect(found.findings.map(({ kind }) => kind)).toEqual(['photo', 'video']);
  });

  it('reads the set-up of players', () => {
    const jw = `<script>jwplayer("p").setup({ file: "https:\\/\\/c.example\\/talk.mp4", image: "/still.jpg" });</script>`;
    expect(look(article(jw), at).findings[0]).toMatchObject({
      urls: ['https://c.example/talk.mp4'],
      poster: 'https://kiln.example/still.jpg',
    });
    const vjs = `<video data-setup='{"sources":[{"src":"/f/talk.m3u8","type":"application/x-mpegURL"}]}'></video>`;
    expect(look(article(vjs), at).findings[0]).toMatchObject({
      status: 'hls',
      urls: ['https://kiln.example/f/talk.m3u8'],
    });
    expect(look(article('<mux-player playback-id="abc"></mux-player>'), at).findings[0]?.urls).toEqual([
      'https://stream.mux.com/abc.m3u8',
    ]);
  });

  it('reads the files that a player lists as JSON, and takes no spacer for their cover', () => {
    const sources = JSON.stringify([
      { src: '/f/turn-360.mp4', type: 'video/mp4' },
      { src: '/f/turn-720.mp4', type: 'video/mp4' },
    ]);
    const video = `<video class="share-native-video" data-sources='${sources}' poster="/spacer.gif" data-poster-url="/turn.jpg"></video>`;
    expect(look(article(video), at).findings[0]).toMatchObject({
      urls: ['https://kiln.example/f/turn-720.mp4', 'https://kiln.example/f/turn-360.mp4'],
      poster: 'https://kiln.example/turn.jpg',
    });
  });

  it('puts a film of a codec that has to be converted behind its MP4', () => {
    const video = `<video><source src="/a_av1.mp4" type='video/mp4; codecs="av01.0.05M.08"'><source src="/a.webm"><source src="/a_h.mp4"></video>`;
    expect(look(article(video), at).findings[0]?.urls[0]).toBe('https://kiln.example/a_h.mp4');
  });

  it('takes the type of og:video from where it stands before the address', () => {
    const head =
      '<meta property="og:video:type" content="video/mp4"><meta property="og:video:width" content="1280"><meta property="og:video" content="https://cdn.kiln.example/clip/content?auth=abcdef1">';
    expect(urlsOf(look(article('', head), at), 'video')).toEqual([
      'https://cdn.kiln.example/clip/content?auth=abcdef1',
    ]);
  });

  it.each([
    ['<lite-youtube videoid="abcdefghijk"></lite-youtube>', 'youtube:abcdefghijk'],
    ['<amp-youtube data-videoid="abcdefghijk"></amp-youtube>', 'youtube:abcdefghijk'],
    ['<div class="rll-youtube-player" data-id="abcdefghijk"></div>', 'youtube:abcdefghijk'],
    ['<lite-vimeo videoid="123456"></lite-vimeo>', 'vimeo.com/123456'],
    ['<div class="wistia_embed wistia_async_j38ihh83m5">&nbsp;</div>', 'fast.wistia.net'],
  ])('knows what stands for another house’s player: %s', (markup, key) => {
    const [film] = look(article(markup), at).findings;
    expect(film).toMatchObject({ kind: 'video', status: 'embed-only', urls: [] });
    expect(film?.id).toContain(key);
  });

  it('lists the films of a page that is only a list, before its pictures', () => {
    const posts = `<a href="/post/1"><video src="/v/one.mp4"></video></a><a href="/post/2"><img src="/the-second-post.jpg" width="800" height="800"></a>`;
    const found = look(`<title>Kiln</title><main>${posts}</main>`, 'https://kiln.example/');
    expect(urlsOf(found)).toEqual([
      'https://kiln.example/v/one.mp4',
      'https://kiln.example/the-second-post.jpg',
    ]);
  });
});

describe('pictures', () => {
  it('takes the largest of srcset, picture and lazy attributes, JPEG before AVIF', () => {
    const found = look(
      article(`<picture><source type="image/avif" srcset="/vase-1600.avif 1600w"><source type="image/jpeg" srcset="/vase-800.jpg 800w, /vase-1600.jpg 1600w">
        <img src="/vase-lqip.jpg?w=16" data-src="/vase-400.jpg" alt="A vase"></picture>`),
      at,
    );
    expect(found.findings[0]).toMatchObject({ kind: 'photo', alt: 'A vase', width: 1600 });
    expect(urlsOf(found)[0]).toBe('https://kiln.example/vase-1600.jpg');
  });

  it('takes the linked file where it is the same picture', () => {
    const found = look(
      article('<a href="/up/vase.jpg"><img src="/up/vase-300x200.jpg" width="300" height="200"></a>'),
      at,
    );
    expect(urlsOf(found)).toEqual(['https://kiln.example/up/vase.jpg']);
  });

  it('takes the linked file for a small thumbnail of whatever name', () => {
    const found = look(
      article('<a href="/g/vase.jpg"><img src="/g/thumbs/t_9f.jpg" width="120" height="90"></a>'),
      at,
    );
    expect(found.findings[0]?.urls).toEqual([
      'https://kiln.example/g/vase.jpg',
      'https://kiln.example/g/thumbs/t_9f.jpg',
    ]);
  });

  it('reads a gallery out of its links where thumbnails are painted or not there yet', () => {
    const found = look(
      article(
        `<a href="/g/one.jpg" data-lightbox="g"><i>One</i></a><a href="/g/two.jpg"><span style="background-image:url(/t/2.jpg)"></span></a>
         <p>See <a href="/files/plan.jpg">the plan</a>.</p>`,
      ),
      at,
    );
    expect(urlsOf(found)).toEqual(['https://kiln.example/g/one.jpg', 'https://kiln.example/g/two.jpg']);
  });

  it('does not judge a picture by the size of the blur that stands for it', () => {
    const blur =
      'https://static.wixstatic.com/media/a1~mv2.jpg/v1/fill/w_147,h_98,al_c,q_80,blur_2,enc_avif/a1.jpg';
    const found = look(article(`<img src="${blur}" width="980" height="653">`), at);
    expect(urlsOf(found)).toEqual(['https://static.wixstatic.com/media/a1~mv2.jpg']);
  });

  it.each([
    [
      'https://live.staticflickr.com/65535/51234567890_a1b2c3d4e5_b.jpg',
      'https://live.staticflickr.com/65535/51234567890_f6a7b8c9d0_h.jpg',
    ],
    ['https://p.example/i-9X/0/K/XL/owl-XL.jpg', 'https://p.example/i-9X/0/K/X3/owl-X3.jpg'],
    [
      'https://p.example/f/a.jpg/v1/fill/w_730,h_9/a-pre.jpg',
      'https://p.example/f/a.jpg/v1/fit/w_99/a-2x.jpg',
    ],
    [
      'https://p.example/media/cache/1a2b3c4d/v/a/vase.jpg',
      'https://p.example/media/cache/9f8e7d6c/v/a/vase.jpg',
    ],
    ['https://p.example/i/1200-630/ab/fig.jpg', 'https://p.example/i/622-auto/ab/fig.jpg'],
    ['https://p.example/post/eyJ3IjoxMDgwfQ%3D%3D/1.jpg', 'https://p.example/post/eyJ3Ijo2MjB9/1.jpg'],
    ['https://p.example/w/1000/i/aa/n.jpg', 'https://p.example/w/500/i/aa/n.jpg'],
    ['https://p.example/1/2_abc_standard.jpg', 'https://p.example/1/2_abc_large.jpg'],
  ])('knows %s and %s for one picture', (one, other) => {
    const found = look(article(`<img src="${other}">`, `<meta property="og:image" content="${one}">`), at);
    expect(found.findings).toHaveLength(1);
  });

  it('takes `large` for larger where no width is told', () => {
    const found = look(
      article('<img src="/v/7_abc_large.jpg">', '<link rel="image_src" href="/v/7_abc_standard.jpg">'),
      at,
    );
    expect(found.findings[0]?.urls[0]).toBe('https://kiln.example/v/7_abc_large.jpg');
  });

  it('reads what a noscript keeps for a lazy picture, as one with what is shown', () => {
    const found = look(
      article(
        `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/vase_{width}x.jpg" alt=""><noscript><img src="/vase_800x.jpg" alt="A vase"></noscript>`,
      ),
      at,
    );
    expect(urlsOf(found)).toEqual(['https://kiln.example/vase_800x.jpg']);
  });

  it('sees painted backgrounds and lazy ones', () => {
    const found = look(
      article(
        `<div style="background-image: url('/one-wide-view.jpg')"></div><div class="lazy" data-bg="/two-wide-views.jpg"></div>`,
      ),
      at,
    );
    expect(urlsOf(found)).toEqual([
      'https://kiln.example/one-wide-view.jpg',
      'https://kiln.example/two-wide-views.jpg',
    ]);
  });

  it('is not fooled by doubled, empty, plain http and general cards in the head', () => {
    const head = `<meta property="og:image" content=""><meta property="og:image" content="http://kiln.example/up/tide.jpg">
      <meta property="og:image:secure_url" content="https://kiln.example/up/tide.jpg"><meta property="og:image" content="https://kiln.example/site-logo.png">`;
    const found = look(article('', head), at);
    expect(urlsOf(found)).toEqual(['https://kiln.example/up/tide.jpg']);
    expect(found.findings[0]?.urls).toEqual([
      'https://kiln.example/up/tide.jpg',
      'http://kiln.example/up/tide.jpg',
    ]);
  });

  it('takes secure addresses that follow in a row for what they name, not for copies of the last', () => {
    const head = ['', ':secure_url']
      .flatMap((kind) =>
        ['one', 'two'].map(
          (name) => `<meta property="og:image${kind}" content="https://kiln.example/up/${name}.jpg">`,
        ),
      )
      .join('');
    expect(urlsOf(look(article('', head), at)).sort()).toEqual([
      'https://kiln.example/up/one.jpg',
      'https://kiln.example/up/two.jpg',
    ]);
  });

  it('leaves menus, sidebars, comments, related posts, adverts and avatars alone', () => {
    const big = 'width="800" height="800"';
    const found = look(
      page(`<header><img src="/h.jpg" ${big}></header><nav><img src="/n.jpg" ${big}></nav>
        <main><article><h1>Tide vase</h1><img src="/vase-itself.jpg" ${big}><img class="avatar" src="/profile_images/me.jpg" ${big}></article>
        <section class="related-posts"><img src="/r.jpg" ${big}></section><div id="comments"><img src="/c.jpg" ${big}></div>
        <ul><li class="card"><img src="/t.jpg" ${big}><h3><a href="/journal/other">Other</a></h3></li></ul>
        <a href="/journal/another"><img src="/l.jpg" ${big}></a><ins class="adsbygoogle"><img src="/ad.jpg" ${big}></ins></main>
        <aside><img src="/s.jpg" ${big}></aside><footer><img src="/f.jpg" ${big}></footer>`),
      at,
    );
    expect(urlsOf(found)).toEqual(['https://kiln.example/vase-itself.jpg']);
  });

  it('lists what a profile leads to, with no choice made', () => {
    const grid = [1, 2, 3]
      .map((n) => `<a href="/p/${n}"><img src="/grid/photo-${n}00.jpg" width="300" height="300"></a>`)
      .join('');
    const found = look(page(`<main>${grid}</main>`), 'https://kiln.example/studio');
    expect(urlsOf(found)).toHaveLength(3);
    expect(found.findings.every(({ confidence }) => confidence < 0.2)).toBe(true);
  });

  it('keeps the order of a gallery behind the best', () => {
    const names = ['west-light', 'north-light', 'east-light', 'south-light'];
    const head = '<meta property="og:image" content="/g/north-light-1200x1200.jpg">';
    const found = look(article(names.map((name) => `<img src="/g/${name}-600x600.jpg">`).join(''), head), at);
    expect(urlsOf(found).map((url) => names.find((name) => url.includes(name)))).toEqual([
      'north-light',
      'west-light',
      'east-light',
      'south-light',
    ]);
  });

  it('reads JSON-LD through control characters, graphs and references, and nothing of other people in it', () => {
    const ld = `{"@context":"https://schema.org","@graph":[
      {"@type":"Organization","logo":{"@type":"ImageObject","url":"https://kiln.example/brand.jpg"}},
      {"@type":"Recipe","name":"Glaze","description":"Line one\n\ttwo","image":{"@id":"#i"},"author":{"@type":"Person","name":"Ana Fern","image":"https://kiln.example/ana.jpg"},
       "recipeInstructions":[{"@type":"HowToStep","image":"https://kiln.example/step-one.jpg"}]},
      {"@type":"ImageObject","@id":"#i","url":"https://kiln.example/glaze.jpg","width":1200,"height":900}]};`;
    const found = look(article('', `<script type="application/ld+json">${ld}</script>`), at);
    expect(urlsOf(found)).toEqual(['https://kiln.example/glaze.jpg', 'https://kiln.example/step-one.jpg']);
    expect(found.material).toMatchObject({ author: 'Ana Fern', description: 'Line one two' });
  });

  it('fills in the width that a lazy loader would', () => {
    const found = look(
      article('<img data-src="//kiln.example/f/vase_{width}x.jpg" data-widths="[360, 720, 1080]">'),
      at,
    );
    expect(urlsOf(found)).toEqual(['https://kiln.example/f/vase_1080x.jpg']);
  });

  it('keeps pictures that link to their own upload on a host without endings', () => {
    const link = 'https://blogger.googleusercontent.com/img/a/AVvXsEh=s4032';
    const found = look(
      article(
        `<a href="${link}"><img src="https://blogger.googleusercontent.com/img/a/AVvXsEh=w640-h480"></a>`,
      ),
      at,
    );
    expect(found.findings).toHaveLength(1);
    expect(urlsOf(found)[0]).toBe('https://blogger.googleusercontent.com/img/a/AVvXsEh=s0');
  });

  it('is not put off by a page builder’s class names, nor by a post’s own tags', () => {
    const found = look(
      page(
        '<div class="elementor-widget elementor-widget-image"><img src="/one-wide-view.jpg"></div><article class="post tag-newsletter category-reviews"><img src="/two-wide-views.jpg"></article>',
      ),
      at,
    );
    expect(urlsOf(found)).toHaveLength(2);
  });
});

describe('what a caption is written from', () => {
  it('prefers og:title, then the title, then the heading; the house’s name is none', () => {
    const title = (html: string, url = at) => look(html, url).material.title;
    expect(title(article('', '<meta property="og:title" content="Tide &amp; time">'))).toBe('Tide & time');
    expect(title(article(''))).toBe('Tide vase');
    expect(title('<title>Kiln</title><h1>The heading</h1>')).toBe('The heading');
    expect(title('<title>x.com</title>', 'https://x.com/a')).toBeUndefined();
  });

  it('reads hashtags in order, once, and only hashtags', () => {
    const found = look(
      article(
        '',
        `<meta name="description" content="New #Clay work, #glaze_no5 #clay #1 a#b https://a.example/#top #été #دست\u200cساز">`,
      ),
      at,
    );
    expect(found.material.hashtags).toEqual(['Clay', 'glaze_no5', 'été', 'دست\u200cساز']);
  });

  it('reads what was written as an entity twice over, emoji too', () => {
    const found = look(
      article(
        '',
        '<meta name="description" content="Bowls &amp;#x1F3FA; &amp;#128293; we don&amp;rsquo;t sell&amp;hellip; &amp;bogus;">',
      ),
      at,
    );
    expect(found.material.description).toBe('Bowls 🏺 🔥 we don’t sell… &bogus;');
  });

  it('keeps the page’s lasting address, and none of another house', () => {
    const url = (head: string) => look(article('', head), `${at}?utm_source=x&page=2#top`).material.url;
    expect(url('<link rel="canonical" href="/journal/tide-vase">')).toBe(at);
    expect(url('<link rel="canonical" href="https://other.example/x">')).toBe(`${at}?page=2`);
    expect(url('<link rel="canonical" href="https://kiln.example/">')).toBe(`${at}?page=2`);
  });
});

describe('what the person pointed at', () => {
  it('goes first, known or not', () => {
    const html = article(
      '<img src="/a-first-view.jpg"><img src="/b-second-view.jpg"><footer><img src="/c-third-view.jpg"></footer>',
    );
    const first = (src: string) => look(html, at, { focus: { src } }).findings[0];
    expect(first('https://kiln.example/b-second-view.jpg')).toMatchObject({
      confidence: 1,
      urls: ['https://kiln.example/b-second-view.jpg'],
    });
    expect(first('https://kiln.example/c-third-view.jpg')).toMatchObject({ confidence: 1, from: 'click' });
    expect(look(html, at, { focus: { link: 'https://kiln.example/f/talk.mp4' } }).findings[0]).toMatchObject({
      kind: 'video',
    });
    expect(
      look(html, at, { focus: { link: 'https://kiln.example/about' } }).findings[0]?.confidence,
    ).toBeLessThan(1);
  });
});

describe('shadow roots and frames', () => {
  it('names frames that stay closed, but not those of trackers', () => {
    const found = look(
      article(
        '<iframe width="600" src="https://player.other.example/x"></iframe><iframe src="https://www.googletagmanager.com/ns.html"></iframe>',
      ),
      at,
    );
    expect(found.closedFrames ?? []).not.toContain('www.googletagmanager.com');
  });
});
